import Composition
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// What `trygghet estimate` is asked for, put to the workflows.
struct AnalystRequest {
  let command: Estimate
  let work: StudyWork
  let breakdowns: [[PublishedDimension]]
  let contrasts: [Contrast]
  private let cuts: [CutPoints]

  init(_ command: Estimate) throws {
    self.command = command
    contrasts = try Self.contrasts(command)
    cuts = try command.number.cut.map { try CutPoints($0) }
    work = try StudyWork(
      command.study, variables: Self.variables(command),
      ifThere: contrasts.flatMap(\.subjects), cuts: cuts, persons: command.waves.person)
    let work = work
    let given = command.subject.by
    let wanted =
      given.isEmpty ? work.study.publish.breakdowns.map { $0.joined(separator: ",") } : given
    breakdowns = try [[]] + wanted.map { try work.dimensions($0, option: "--by") }
  }

  func report(in texts: Texts) throws -> AnalystReport {
    AnalystReport(
      notice: texts("command.estimate.notice"), study: work.study.code, wave: work.study.wave,
      confidence: choices.confidence, rows: work.analysis.answers.respondentCount,
      degreesOfFreedom: work.analysis.degreesOfFreedom,
      degreesOfFreedomRule: choices.degreesOfFreedom, tables: try tables())
  }

  private func tables() throws -> [AnalystReport.Table] {
    if command.smallAreas.smallAreas { return try smallAreas() }
    if !command.waves.pool.isEmpty { return try pooled() }
    if let since = command.waves.since {
      let measure = try measure(since: since)
      return try changes(measure) + contrastTables(since: measure)
    }
    return try decomposed(direct()) + contrastTables()
  }

  private func decomposed(_ tables: [AnalystReport.Table]) throws -> [AnalystReport.Table] {
    guard let composition = command.comparison.decompose else { return tables }
    var tables = tables
    let decompose = DecomposeDifferences(
      analysis: work.analysis, choices: choices,
      composition: try work.dimensions(composition, option: "--decompose"))
    for place in tables.indices {
      tables[place].differences += try decompose(
        work.number(tables[place].subject),
        by: tables[place].by.compactMap(work.codebook.dimension))
    }
    return tables
  }

  /// Columns of the data files that are taken along.
  private static func variables(_ command: Estimate) -> [String] {
    (command.number.variables?.codes ?? []) + (command.subject.denominator.map { [$0] } ?? [])
  }

  private var choices: EstimateChoices {
    EstimateChoices(
      confidence: command.uncertainty.confidence, interval: command.uncertainty.interval.method,
      degreesOfFreedom: command.uncertainty.degreesOfFreedom.value,
      quantileRule: command.uncertainty.quantileRule.value,
      quantileInterval: command.uncertainty.quantileInterval.value,
      covariance: command.uncertainty.covariance,
      adjustment: command.decision.family.adjustment,
      comparison: command.comparison.compare.value,
      equivalenceMargin: command.decision.equivalence)
  }

  private func subjects() throws -> [PublishedSubject] {
    let all = try command.number.subjects(of: work)
    return command.subject.statistic == .index ? all.filter { $0.kind == .index } : all
  }

  func numbers() throws -> [EstimateNumbers.Number] {
    try subjects().flatMap { subject in
      [.subject(subject)]
        + (command.subject.categories
          ? subject.categories.map { .category(subject, code: $0.code) } : [])
    }
      + command.number.variables(of: work)
  }

  func estimator(of work: StudyWork) -> EstimateNumbers {
    let statistic: EstimateNumbers.Statistic =
      switch command.subject.statistic {
      case .proportion, .mean, .index: .mean
      case .total: .total
      case .median: .quantile(0.5)
      case .quantile: .quantile(command.subject.part)
      case .ratio: .ratio(to: work.number(command.subject.denominator ?? ""))
      }
    return EstimateNumbers(
      analysis: work.analysis, statistic: statistic, choices: choices,
      interval: command.subject.statistic == .proportion ? choices.interval : .linear)
  }

  private func direct() throws -> [AnalystReport.Table] {
    let standard = try standard()
    let tests = command.comparison.test.map(\.test)
    switch command.subject.statistic {
    case .proportion where command.number.variables == nil, .index:
      return try EstimateStudy(analysis: work.analysis, choices: choices)(
        subjects: subjects(), breakdowns: breakdowns, standard: standard, tests: tests)
    case .proportion, .mean, .total, .median, .quantile, .ratio:
      return try estimator(of: work)(
        numbers(), breakdowns: breakdowns, standard: standard, testsMeans: !tests.isEmpty)
    }
  }

  func standard() throws -> Standard? {
    guard let by = command.subject.standardise else { return nil }
    let dimensions = try work.dimensions(by, option: "--standardise")
    guard let sizes = command.subject.standard else { return Standard(dimensions: dimensions) }
    let pairs = try sizes.codes.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let size = Double(parts[1]) else {
        throw Problems([Problem("estimate.standardForm", arguments: ["text": text])])
      }
      return (key: parts[0], size: size)
    }
    return try Standard(dimensions: dimensions, sizes: pairs)
  }

  private func smallAreas() throws -> [AnalystReport.Table] {
    let options = command.smallAreas
    let table = try options.covariates.map { try FileReaders.standard.table($0) }
    return try numbers().flatMap { number in
      try breakdowns.filter { !$0.isEmpty }.map { breakdown in
        try ModelSmallAreas(
          analysis: work.analysis, choices: choices, method: options.areaMethod.value,
          isBenchmarked: options.benchmark,
          covariates: try table.map { try AreaCovariates($0, by: breakdown) })(
            number, by: breakdown)
      }
    }
  }

  private func pooled() throws -> [AnalystReport.Table] {
    let earlier = try command.waves.pool.map {
      try StudyWork($0, variables: Self.variables(command), cuts: cuts)
    }
    let waves = (earlier + [work]).sorted { $0.study.wave < $1.study.wave }
      .map { (year: $0.study.wave, numbers: estimator(of: $0)) }
    let pool = PoolWaves(waves: waves, weights: command.waves.pooling.value)
    return try numbers().flatMap { number in
      try breakdowns.map { try pool(number, by: $0) }
    }
  }

  private func measure(since: String) throws -> MeasureChanges {
    let earlier = try StudyWork(
      since, variables: Self.variables(command), ifThere: contrasts.flatMap(\.subjects),
      cuts: cuts, persons: command.waves.person)
    return try MeasureChanges(
      now: .init(
        year: work.study.wave, numbers: estimator(of: work), persons: work.persons),
      then: .init(
        year: earlier.study.wave, numbers: estimator(of: earlier), persons: earlier.persons),
      composition: command.comparison.decompose.map {
        try work.dimensions($0, option: "--decompose")
      } ?? [])
  }

  private func changes(_ measure: MeasureChanges) throws -> [AnalystReport.Table] {
    // Without a list, what both waves ask alike; with one, what differs is an error.
    let numbers = try numbers().filter {
      command.number.items != nil || measure.isComparable($0)
    }
    return try numbers.flatMap { number in try breakdowns.map { try measure(number, by: $0) } }
  }
}
