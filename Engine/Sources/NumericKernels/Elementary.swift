#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The elementary functions of the C library, so that no other file needs to know the platform.
public enum Elementary {
  /// e to the power of x.
  public static func exp(_ x: Double) -> Double { plainExp(x) }
  /// e to the power of x, minus 1, exact also for small x.
  public static func expm1(_ x: Double) -> Double { plainExpm1(x) }
  /// The natural logarithm of x; −∞ at 0, NaN below.
  public static func log(_ x: Double) -> Double { plainLog(x) }
  /// The natural logarithm of 1 + x, exact also for small x; −∞ at −1, NaN below.
  public static func log1p(_ x: Double) -> Double { plainLog1p(x) }
  /// x to the power of y.
  public static func pow(_ x: Double, _ y: Double) -> Double { plainPow(x, y) }
  /// The sine of an angle in radians.
  public static func sin(_ x: Double) -> Double { plainSin(x) }
  /// The cosine of an angle in radians.
  public static func cos(_ x: Double) -> Double { plainCos(x) }
  /// The angle in radians, in [−π/2, π/2], whose sine is x; NaN outside of [−1, 1].
  public static func asin(_ x: Double) -> Double { plainAsin(x) }
  /// The angle in radians, in (−π/2, π/2), whose tangent is x.
  public static func atan(_ x: Double) -> Double { plainAtan(x) }
  /// 1 minus the error function of x, exact also in the far tail.
  public static func erfc(_ x: Double) -> Double { plainErfc(x) }

  /// The natural logarithm of the gamma function, for x > 0.
  public static func logGamma(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// The log-odds of a proportion: log(p / (1 − p)); infinite at 0 and 1, NaN outside.
  public static func logit(_ p: Double) -> Double { plainLog(p) - plainLog1p(-p) }

  /// The proportion with the given log-odds, in [0, 1]: 1 / (1 + e⁻ˣ).
  public static func expit(_ x: Double) -> Double {
    x >= 0 ? 1 / (1 + plainExp(-x)) : plainExp(x) / (1 + plainExp(x))
  }
}

// Inside the enum the names above would shadow the C functions.
private func plainExp(_ x: Double) -> Double { exp(x) }
private func plainExpm1(_ x: Double) -> Double { expm1(x) }
private func plainLog(_ x: Double) -> Double { log(x) }
private func plainLog1p(_ x: Double) -> Double { log1p(x) }
private func plainPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func plainSin(_ x: Double) -> Double { sin(x) }
private func plainCos(_ x: Double) -> Double { cos(x) }
private func plainAsin(_ x: Double) -> Double { asin(x) }
private func plainAtan(_ x: Double) -> Double { atan(x) }
private func plainErfc(_ x: Double) -> Double { erfc(x) }
