/// The standard normal distribution.
public enum NormalDistribution {
  /// The probability of a value of at most z, exact also when it is tiny: erfc(−z/√2)/2.
  public static func cdf(_ z: Double) -> Double {
    0.5 * Elementary.erfc(-z / 2.0.squareRoot())
  }

  /// The value below which a given probability lies.
  ///
  /// - Parameter p: a probability; 0 and 1 give the infinities, anything outside gives NaN.
  /// - Returns: z with `cdf(z) == p`, to about 16 digits.
  ///
  /// Source: Wichura, *Algorithm AS 241: The percentage points of the normal distribution*, 1988.
  public static func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(central.numerator, r) / polynomial(central.denominator, r)
    }
    let r = (-Elementary.log(q < 0 ? p : 1 - p)).squareRoot()
    let z =
      r <= 5
      ? polynomial(middle.numerator, r - 1.6) / polynomial(middle.denominator, r - 1.6)
      : polynomial(tail.numerator, r - 5) / polynomial(tail.denominator, r - 5)
    return q < 0 ? -z : z
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  private typealias Rational = (numerator: [Double], denominator: [Double])

  private static let central: Rational = (
    [
      3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
      45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ],
    [
      1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
      21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
    ]
  )
  private static let middle: Rational = (
    [
      1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
      1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
      7.7454501427834140764e-4,
    ],
    [
      1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
      0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
      1.05075007164441684324e-9,
    ]
  )
  private static let tail: Rational = (
    [
      6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
      0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
      2.01033439929228813265e-7,
    ],
    [
      1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
      7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
      2.04426310338993978564e-15,
    ]
  )
}
