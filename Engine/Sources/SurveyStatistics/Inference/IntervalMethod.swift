/// How a confidence interval of a proportion is made; the names are those of R's `svyciprop`.
public enum IntervalMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// p ± t·se, which may leave [0, 1]; the one for means. R: `"mean"`.
  case linear
  /// t on the log-odds. R: `"xlogit"`, and to about eight digits `"logit"`.
  case logit
  /// t on the arcsine of the square root. R: `"asin"`.
  case asin
  /// Korn and Graubard's, from the beta distribution with an effective base. R: `"beta"`.
  case beta
  /// Wilson's score interval with an effective base. R: `"wilson"`.
  case wilson
  /// Where the scaled binomial likelihood falls by t². R: `"likelihood"`, which interpolates.
  case likelihood
}
