package import SafetyModel

/// A data file as it was read, before the study gives its values meaning.
package struct SourceTable: Sendable {
  package var file: String
  package var rowCount: Int
  package var columns: [SourceColumn]
  /// For delimited text, the line in the file on which each data row starts; else empty.
  package var lines: [Int32]
  package init(file: String, rowCount: Int, columns: [SourceColumn], lines: [Int32] = []) {
    self.file = file
    self.rowCount = rowCount
    self.columns = columns
    self.lines = lines
  }
  package func column(_ name: String) -> SourceColumn? { columns.first { $0.name == name } }
}

/// A variable of a data file with its labels and values.
package struct SourceColumn: Sendable {
  package var name: String
  /// The variable's own label in the file, if it has one.
  package var label: String?
  /// Value labels of the file, in the file's order.
  package var valueLabels: [SourceValueLabel]
  package var values: SourceValues
  package init(
    name: String, label: String? = nil, valueLabels: [SourceValueLabel] = [], values: SourceValues
  ) {
    self.name = name
    self.label = label
    self.valueLabels = valueLabels
    self.values = values
  }
}

/// What a file says that one of its values means.
///
/// `isMissing`: the file declares the value to be no answer.
package struct SourceValueLabel: Sendable, Hashable {
  package var value: String
  package var label: String
  package var isMissing: Bool
  package init(value: String, label: String, isMissing: Bool = false) {
    self.value = value
    self.label = label
    self.isMissing = isMissing
  }
}

/// The values of one variable.
///
/// Whatever the file's format, a value has a canonical text: text as it stands with outer blanks
/// removed, a number without superfluous zeros (`1`, `2.5`), nothing at all as the empty text.
package enum SourceValues: Sendable {
  /// Distinct texts and, for each row, which of them; `distinct[0]` is always the empty text.
  case coded(distinct: [String], codes: [Int32])
  /// Numbers; NaN is missing.
  case numbers([Double])
}

/// Reads one data file format.
package protocol DataFileReader: Sendable {
  /// The lower-case file endings that it reads: `csv`.
  var fileEndings: [String] { get }
  /// Reads the whole file, or throws ``SafetyModel/Problems`` with the position of what is wrong.
  func read(_ path: String, as description: DataDescription, limits: FileLimits) throws
    -> SourceTable
}

/// The largest input that is taken; refused before it costs memory.
package struct FileLimits: Sendable, Hashable {
  package var bytes: Int
  package var rows: Int
  package var columns: Int
  package var fieldBytes: Int
  package init(
    bytes: Int = 2_000_000_000, rows: Int = 20_000_000, columns: Int = 5_000,
    fieldBytes: Int = 65_536
  ) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
    self.fieldBytes = fieldBytes
  }
}

/// Reads a study file.
package protocol StudyFileReader: Sendable {
  /// The study with what is wrong in its form, or ``SafetyModel/Problems`` when the file cannot be
  /// read as a form at all.
  func readStudy(_ path: String) throws -> StudyDocument
}

/// Writes a study file.
package protocol StudyFileWriter: Sendable {
  /// The study as a file that the reader of study files takes back as it was.
  ///
  /// `remarks` become comments, by path of the entry that they stand above; the empty path is the
  /// top of the file.
  func write(_ study: Study, remarks: [String: [String]]) -> String
}

/// Reads the outlines of areas.
package protocol AreaFileReader: Sendable {
  func readAreas(_ path: String, codeProperty: String) throws -> [AreaGeometry]
}

/// Reads the municipality's own file: who it is, its goal, indicators and actions.
package protocol MunicipalityFileReader: Sendable {
  func readMunicipality(_ path: String) throws -> MunicipalityFile
}

/// A municipality's file: what it says, and its bytes.
package struct MunicipalityFile: Sendable, Hashable {
  package var municipality: Municipality
  package var goal: Goal?
  package var bytes: [UInt8]
  package init(municipality: Municipality, goal: Goal?, bytes: [UInt8]) {
    self.municipality = municipality
    self.goal = goal
    self.bytes = bytes
  }
}

/// Writes the municipality's own file.
package protocol MunicipalityFileWriter: Sendable {
  /// The file in canonical form: reading it and writing it again gives the same bytes.
  func write(_ municipality: Municipality, goal: Goal?) -> String
}

/// Reads everything a workflow needs from files, chosen by their endings.
package struct FileReaders: Sendable {
  package var studies: any StudyFileReader
  package var data: [any DataFileReader]
  package var areas: any AreaFileReader
  package var municipalities: any MunicipalityFileReader
  package var limits: FileLimits
  package init(
    studies: any StudyFileReader, data: [any DataFileReader], areas: any AreaFileReader,
    municipalities: any MunicipalityFileReader, limits: FileLimits = FileLimits()
  ) {
    self.studies = studies
    self.data = data
    self.areas = areas
    self.municipalities = municipalities
    self.limits = limits
  }
}
