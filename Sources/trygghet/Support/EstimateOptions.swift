import ArgumentParser
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// The name of a group of options in the help.
func helpTitle(_ key: String) -> String {
  CommandOptions.textsOfSurroundings("command.estimate.title.\(key)")
}

/// Which answers and numbers of a study, and how groups are cut out of numbers.
struct NumberOptions: ParsableArguments {
  @Option(name: .customLong("items"), help: helpText("estimate.help.items"))
  var itemLists: [String] = []
  var items: String? { itemLists.inOneList }

  @Option(name: .customLong("variables"), help: helpText("estimate.help.variables"))
  var variableLists: [String] = []
  var variables: String? { variableLists.inOneList }

  @Option(help: helpText("estimate.help.cut"))
  var cut: [String] = []

  /// Items and indices; all of them when nothing is said.
  func subjects(of work: StudyWork) throws -> [PublishedSubject] {
    variables != nil && items == nil ? [] : try work.subjects(items, option: "--items")
  }

  /// The numbers of the data files that are asked for.
  func variables(of work: StudyWork) -> [EstimateNumbers.Number] {
    (variables?.codes ?? []).map(work.number)
  }
}

/// When a difference between groups counts.
struct DecisionOptions: ParsableArguments {
  @Option(help: helpText("estimate.help.family"))
  var family = FamilyChoice.holm

  @Option(help: helpText("estimate.help.equivalence"))
  var equivalence: Double?

  func validate() throws {
    if let equivalence, !(equivalence > 0) {
      throw usageError("above", ["option": "--equivalence", "example": "0.05"])
    }
  }
}

/// What is estimated, and for whom.
struct SubjectOptions: ParsableArguments {
  @Option(help: helpText("estimate.help.by"))
  var by: [String] = []

  @Option(help: helpText("estimate.help.statistic"))
  var statistic = StatisticChoice.proportion

  @Option(help: helpText("estimate.help.part"))
  var part = 0.5

  @Flag(help: helpText("estimate.help.categories"))
  var categories = false

  @Option(help: helpText("estimate.help.denominator"))
  var denominator: String?

  @Option(help: helpText("estimate.help.standardise"))
  var standardise: String?

  @Option(help: helpText("estimate.help.standard"))
  var standard: String?

  func validate() throws {
    guard part > 0, part < 1 else {
      throw usageError("between", ["option": "--part", "example": "0.5"])
    }
    guard standard == nil || standardise != nil else {
      throw usageError("needs", ["option": "--standard", "other": "--standardise"])
    }
    guard (denominator == nil) == (statistic != .ratio) else {
      throw usageError("denominator")
    }
  }
}

/// How sure figures are.
struct UncertaintyOptions: ParsableArguments {
  @Option(help: helpText("estimate.help.interval"))
  var interval = IntervalChoice.logit

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @Option(help: helpText("estimate.help.degreesOfFreedom"))
  var degreesOfFreedom = Word(DegreesOfFreedomChoice.design)

  @Option(help: helpText("estimate.help.quantileRule"))
  var quantileRule = Word(QuantileRule.math)

  @Option(help: helpText("estimate.help.quantileInterval"))
  var quantileInterval = Word(QuantileIntervalMethod.mean)

  @Flag(help: helpText("estimate.help.covariance"))
  var covariance = false

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw usageError("between", ["option": "--confidence", "example": "0.95"])
    }
  }
}

/// How groups are compared.
struct ComparisonOptions: ParsableArguments {
  @Option(help: helpText("estimate.help.compare"))
  var compare = Word(ComparisonScale.difference)

  @Option(parsing: .unconditionalSingleValue, help: helpText("estimate.help.contrast"))
  var contrast: [String] = []

  @Option(help: helpText("estimate.help.test"))
  var test: [TestChoice] = []

  @Option(help: helpText("estimate.help.decompose"))
  var decompose: String?

}

/// Other waves of the same survey.
struct WaveOptions: ParsableArguments {
  @Option(help: helpText("estimate.help.since"), completion: .file(extensions: ["yaml", "yml"]))
  var since: String?

  @Option(help: helpText("estimate.help.person"))
  var person: String?

  @Option(help: helpText("estimate.help.pool"), completion: .file(extensions: ["yaml", "yml"]))
  var pool: [String] = []

  @Option(help: helpText("estimate.help.pooling"))
  var pooling = Word(PoolingWeights.precision)

  func validate() throws {
    guard person == nil || since != nil else {
      throw usageError("needs", ["option": "--person", "other": "--since"])
    }
    guard since == nil || pool.isEmpty else {
      throw usageError("not", ["option": "--pool", "other": "--since"])
    }
  }
}

/// Groups that are too small to stand by themselves.
struct SmallAreaOptions: ParsableArguments {
  @Flag(help: helpText("estimate.help.smallAreas"))
  var smallAreas = false

  @Option(help: helpText("estimate.help.covariates"), completion: .file(extensions: ["csv"]))
  var covariates: String?

  @Option(help: helpText("estimate.help.areaMethod"))
  var areaMethod = Word(AreaVarianceMethod.reml)

  @Flag(inversion: .prefixedNo, help: helpText("estimate.help.benchmark"))
  var benchmark = true

  func validate() throws {
    guard covariates == nil || smallAreas else {
      throw usageError("needs", ["option": "--covariates", "other": "--small-areas"])
    }
  }
}
