/// How a confidence interval of a proportion is made, as R's `svyciprop` does.
///
/// | symbol | meaning                                                                       |
/// |--------|-------------------------------------------------------------------------------|
/// | p, se  | the proportion and its standard error                                         |
/// | t      | the quantile of Student's distribution with the degrees of freedom            |
/// | n*     | p(1 − p)/se²: a simple random sample of so many answers would know as much    |
public enum IntervalMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// p ± t·se, which may leave [0, 1]; the one for means. R: `"mean"`.
  case linear
  /// t on the log-odds: expit(logit p ± t·se/(p(1 − p))). R: `"xlogit"`, and to about eight digits
  /// `"logit"`.
  case logit
  /// t on the arcsine of the square root: sin²(asin √p ± t·se/(2√(p(1 − p)))), the angle kept in
  /// [0, π/2]. R: `"asin"`, which lets it pass 0.
  case asin
  /// Korn and Graubard's: Clopper and Pearson's for n*·(t of base − 1 ÷ t of the domain's degrees
  /// of freedom)² answers, as beta quantiles. R: `"beta"`.
  case beta
  /// Wilson's score interval for n* answers, with t. R: `"wilson"`.
  case wilson
  /// Where the binomial deviance, scaled to n* answers, rises by t². R: `"likelihood"`, which
  /// interpolates.
  case likelihood
}
