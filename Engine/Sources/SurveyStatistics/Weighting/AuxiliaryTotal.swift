/// A variable whose total in the population is known.
public struct AuxiliaryTotal: Sendable {
  /// What it is called in errors, such as "age 20–29".
  public var margin: String
  /// Its value in each row, finite; 1 or 0 for a category.
  public var values: [Double]
  /// Its known total in the population: persons for a category, else the unit of the values.
  public var total: Double

  /// Makes an auxiliary variable.
  public init(margin: String, values: [Double], total: Double) {
    self.margin = margin
    self.values = values
    self.total = total
  }
}

/// A grouping of the population with a known size of each group.
public struct AuxiliaryMargin: Sendable {
  /// What it is called in errors, such as "age".
  public var name: String
  /// The group of each row, from 1; no row may be in none.
  public var groups: DomainColumn
  /// The known size of each group, persons; 0 only for a group that nobody in the sample is in.
  public var totals: [Double]

  /// Makes a margin.
  public init(name: String, groups: DomainColumn, totals: [Double]) {
    self.name = name
    self.groups = groups
    self.totals = totals
  }
}

/// How far weights may be pulled, and by which measure of distance.
///
/// g is the new weight ÷ the old one, u = xᵀη (÷ σ² where variances are given), L and U are bounds.
///
/// Source: Deville and Särndal, *Calibration estimators in survey sampling*, 1992, section 2.
public enum CalibrationMethod: String, Sendable, Hashable, CaseIterable, Codable {
  /// Least squares, the generalised regression estimator: g = 1 + u. Weights may become negative.
  case linear
  /// Multiplicative: g = exp(u), so that weights stay above 0.
  case raking
  /// Between two bounds, which must be given: g = (L(U − 1) + U(1 − L)e) / (U − 1 + (1 − L)e) with
  /// e = exp(u·(U − L) / ((1 − L)(U − 1))).
  case logit
}
