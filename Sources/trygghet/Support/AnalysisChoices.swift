import ArgumentParser
import SurveyStatistics

/// How the p of a family are adjusted, as it is written on the command line.
enum FamilyChoice: String, ExpressibleByArgument, CaseIterable {
  case holm, hochberg, bonferroni, none
  case benjaminiHochberg = "bh"

  var adjustment: FamilyAdjustment {
    switch self {
    case .holm: .holm
    case .hochberg: .hochberg
    case .bonferroni: .bonferroni
    case .none: .none
    case .benjaminiHochberg: .benjaminiHochberg
    }
  }
}

/// How the interval of a share is made, as it is written on the command line.
enum IntervalChoice: String, ExpressibleByArgument, CaseIterable {
  case logit, beta, wilson, asin, likelihood, linear

  var method: IntervalMethod {
    switch self {
    case .logit: .logit
    case .beta: .beta
    case .wilson: .wilson
    case .asin: .asin
    case .likelihood: .likelihood
    case .linear: .linear
    }
  }
}

/// What is estimated, as it is written on the command line.
enum StatisticChoice: String, ExpressibleByArgument, CaseIterable {
  /// The shares of items and the means of indices.
  case proportion, mean, total, median, quantile, ratio, index
}
