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
    if command.uncertainty.quantileInterval.value == .replicates,
      work.study.design.replicates == nil
    {
      throw Problems([Problem("estimate.noReplicates", file: command.study)])
    }
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
    if command.smallAreas.smallAreas {
      let model = try smallAreas()
      let tables = try eachTable(of: numbers(), by: breakdowns.filter { !$0.isEmpty }) {
        try model($0, by: $1)
      }
      return try tables + contrastTables(of: model)
    }
    if !command.waves.pool.isEmpty {
      let pool = try pooled()
      let tables = try eachTable(of: numbers(), by: breakdowns) { try pool($0, by: $1) }
      return try tables + contrastTables(of: pool)
    }
    if let since = command.waves.since {
      let changes = try changes(since: since)
      // Without a list, what both waves ask alike; with one, what differs is an error.
      let compared = try numbers().filter {
        command.number.items != nil || changes.isComparable($0)
      }
      let tables = try eachTable(of: compared, by: breakdowns) { try changes($0, by: $1) }
      return try tables + contrastTables(of: changes)
    }
    let wave = wave(of: work)
    return try decomposed(direct())
      + contrastTables(
        of: standard().map { StandardisedWave(own: wave, standard: $0) } ?? wave)
  }

  private func eachTable(
    of numbers: [EstimateNumbers.Number], by breakdowns: [[PublishedDimension]],
    _ table: (EstimateNumbers.Number, [PublishedDimension]) throws -> AnalystReport.Table
  ) throws -> [AnalystReport.Table] {
    try numbers.flatMap { number in try breakdowns.map { try table(number, $0) } }
  }

  private func wave(of work: StudyWork) -> EstimatedWave {
    EstimatedWave(year: work.study.wave, numbers: estimator(of: work), persons: work.persons)
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

  private func estimator(of work: StudyWork) -> EstimateNumbers {
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

  private func standard() throws -> Standard? {
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

  private func smallAreas() throws -> ModelSmallAreas {
    let options = command.smallAreas
    return ModelSmallAreas(
      wave(of: work), method: options.areaMethod.value, isBenchmarked: options.benchmark,
      covariates: try options.covariates.map { try FileReaders.standard.table($0) })
  }

  private func pooled() throws -> PoolWaves {
    try PoolWaves(
      wave(of: work), with: try command.waves.pool.map { wave(of: try other($0)) },
      weights: command.waves.pooling.value)
  }

  private func changes(since: String) throws -> MeasureChanges {
    try MeasureChanges(
      now: wave(of: work), then: wave(of: try other(since)),
      composition: command.comparison.decompose.map {
        try work.dimensions($0, option: "--decompose")
      } ?? [])
  }

  /// Another wave, read as the study's own is.
  private func other(_ study: String) throws -> StudyWork {
    try StudyWork(
      study, variables: Self.variables(command), ifThere: contrasts.flatMap(\.subjects),
      cuts: cuts, persons: command.waves.person)
  }
}
