package import SafetyModel

/// The immutable publications.
package protocol PublicationStore: Sendable {
  /// The publication with the fingerprint that is still the current one of its wave, if any.
  func current(fingerprint: String) async throws -> PublicationHeading?
  /// The current publication of a wave: the newest of its series and year.
  func current(series: String, wave: Int) async throws -> Publication?
  /// The current publication of every wave of a series, oldest wave first.
  func waves(of series: String) async throws -> [Publication]
  /// One publication by its number.
  func publication(_ number: Int) async throws -> Publication?
  /// Everything ever published, newest first.
  func history() async throws -> [PublicationHeading]
  /// Numbers, stores and returns the publication together with its coded answers, or changes
  /// nothing: answers and figures stand or fall together.
  ///
  /// The `number` and `corrects` of the given publication are ignored and set here.
  func append(_ publication: Publication, answers: StoredAnswers) async throws -> Publication
}

/// Coded answers of published waves, kept for later comparisons.
package protocol AnswerStore: Sendable {
  /// The answers behind a publication, or `nil` when they have been removed.
  func answers(of publication: Int) async throws -> StoredAnswers?
}

/// The coded columns of one wave, one byte an answer, and the design; no identifiers.
///
/// Rows are respondents in a shuffled order. Every array has one entry for each row.
package struct StoredAnswers: Sendable, Equatable {
  package var rowCount: Int
  /// The design weight or calibrated weight of each row.
  package var weights: [Double]
  /// The stratum of each row from 0, or `nil` when the sample was not stratified.
  package var strata: [Int32]?
  /// The primary unit of each row from 0, or `nil` when persons were drawn directly.
  package var primaryUnits: [Int32]?
  /// The population size at the first stage for each row, or `nil` without correction.
  package var populationSizes: [Double]?
  package var lonelyUnit: LonelyUnitChoice
  /// Items and dimensions by code: `item.unsafe-dark`, `dimension.area`.
  package var codedColumns: [String: StoredCodes]
  /// Indices by code: `index.disorder`; NaN is missing.
  package var numericColumns: [String: [Double]]

  package init(
    rowCount: Int, weights: [Double], strata: [Int32]?, primaryUnits: [Int32]?,
    populationSizes: [Double]?, lonelyUnit: LonelyUnitChoice,
    codedColumns: [String: StoredCodes], numericColumns: [String: [Double]]
  ) {
    self.rowCount = rowCount
    self.weights = weights
    self.strata = strata
    self.primaryUnits = primaryUnits
    self.populationSizes = populationSizes
    self.lonelyUnit = lonelyUnit
    self.codedColumns = codedColumns
    self.numericColumns = numericColumns
  }
}

/// One byte an answer: 0 is missing, k stands for `categories[k − 1]`.
package struct StoredCodes: Sendable, Equatable {
  package var categories: [String]
  package var codes: [UInt8]
  package init(categories: [String], codes: [UInt8]) {
    self.categories = categories
    self.codes = codes
  }
}
