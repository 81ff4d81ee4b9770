/// The two-sided p of Student's t for many values with the same degrees of freedom, fast.
///
/// From 200 degrees of freedom on and up to t = 8, by an expansion that turns t into a normal z and is
/// then right to 11 digits or more; else by the incomplete beta function.
///
/// Source: Hill, *Algorithm 395: Student's t-distribution*, 1970.
public struct StudentTail: Sendable {
  private let degreesOfFreedom: Double
  private let a: Double
  private let b: Double

  /// Prepares for some degrees of freedom.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    a = degreesOfFreedom - 0.5
    b = 48 * (degreesOfFreedom - 0.5) * (degreesOfFreedom - 0.5)
  }

  /// P(|T| ≥ |t|); NaN when t or the degrees of freedom are undefined.
  public func twoSidedP(_ t: Double) -> Double {
    guard degreesOfFreedom >= 200, degreesOfFreedom.isFinite, t.magnitude <= 8 else {
      return StudentDistribution.twoSidedP(t, degreesOfFreedom: degreesOfFreedom)
    }
    let y = a * Elementary.log1p(t * t / degreesOfFreedom)
    let series = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b)
    let z = ((series + y + 3) / b + 1) * y.squareRoot()
    return Elementary.erfc(z / 2.0.squareRoot())
  }
}
