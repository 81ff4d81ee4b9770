package import SafetyModel

/// Preconditions as the municipality has set them up, with the tables that were read.
package struct PreconditionsDescription: Sendable {
  package var file: String
  package var municipality: String
  package var mapping: AreaMapping
  package var mappingFile: String
  package var measures: [MeasureRule]
  package var tables: [String: PublishedTable]

  package init(
    file: String, municipality: String, mapping: AreaMapping, mappingFile: String,
    measures: [MeasureRule], tables: [String: PublishedTable]
  ) {
    self.file = file
    self.municipality = municipality
    self.mapping = mapping
    self.mappingFile = mappingFile
    self.measures = measures
    self.tables = tables
  }
}

/// A publisher's table and which of its dimensions are places and periods.
package struct PublishedTable: Sendable {
  package var code: String
  package var publisher: LocalisedText
  package var file: String
  package var place: String
  package var period: String?
  package var fixedPeriod: Period?
  package var cube: DataCube

  package init(
    code: String, publisher: LocalisedText, file: String, place: String, period: String?,
    fixedPeriod: Period?, cube: DataCube
  ) {
    self.code = code
    self.publisher = publisher
    self.file = file
    self.place = place
    self.period = period
    self.fixedPeriod = fixedPeriod
    self.cube = cube
  }
}

/// A measure and where it stands in a table.
package struct MeasureRule: Sendable {
  package var measure: PreconditionMeasure
  package var table: String
  /// The dimension whose categories `value` and `base` are of.
  package var dimension: String
  /// Summed to what is measured.
  package var value: [String]
  /// Summed to whom it is about; empty for a count.
  package var base: [String]
  package var select: [String: String]

  package init(
    measure: PreconditionMeasure, table: String, dimension: String, value: [String],
    base: [String], select: [String: String]
  ) {
    self.measure = measure
    self.table = table
    self.dimension = dimension
    self.value = value
    self.base = base
    self.select = select
  }
}

/// Reads a description of preconditions with the tables that it names.
package protocol PreconditionsFileReader: Sendable {
  func readPreconditions(_ path: String) throws -> PreconditionsDescription
}
