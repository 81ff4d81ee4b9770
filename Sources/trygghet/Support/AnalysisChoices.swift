import ArgumentParser
import SurveyStatistics
import Texts
import Workflows

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
  case logit, xlogit, beta, wilson, asin, likelihood, linear

  /// R's logit and xlogit are the same to about eight digits; the engine has the exact one.
  var method: IntervalMethod {
    switch self {
    case .logit, .xlogit: .logit
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

/// What is tested of all groups at once, as it is written on the command line.
enum TestChoice: String, ExpressibleByArgument, CaseIterable {
  case f = "F"
  case chiSquared = "Chisq"
  case wald = "Wald"
  case adjustedWald = "adjWald"
  case exact = "lincom"
  case saddlepoint
  case means

  /// R's names in any case.
  init?(argument: String) {
    let word = argument.lowercased()
    guard let choice = Self.allCases.first(where: { $0.rawValue.lowercased() == word }) else {
      return nil
    }
    self = choice
  }

  var test: GroupTest {
    switch self {
    case .f: .independence(.f)
    case .chiSquared: .independence(.chiSquared)
    case .wald: .independence(.wald)
    case .adjustedWald: .independence(.adjustedWald)
    case .exact: .independence(.exact)
    case .saddlepoint: .independence(.saddlepoint)
    case .means: .means
    }
  }
}

/// One of the words of an enumeration from another module, as it is written on the command line.
struct Word<Choice: CaseIterable & RawRepresentable<String>>: ExpressibleByArgument {
  let value: Choice

  init(_ value: Choice) { self.value = value }

  init?(argument: String) {
    let word = argument.lowercased()
    guard let value = Choice.allCases.first(where: { $0.rawValue.lowercased() == word }) else {
      return nil
    }
    self.value = value
  }

  var defaultValueDescription: String { value.rawValue.lowercased() }
  static var allValueStrings: [String] { Choice.allCases.map { $0.rawValue.lowercased() } }
}

extension Word: Sendable where Choice: Sendable {}

/// The form that figures are written in.
enum FigureFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

/// A fault in how a command was written, in the reader's language; the exit code is 64.
func usageError(_ key: String, _ arguments: [String: String] = [:]) -> ValidationError {
  ValidationError(CommandOptions.textsOfSurroundings("command.usage.\(key)", arguments))
}
