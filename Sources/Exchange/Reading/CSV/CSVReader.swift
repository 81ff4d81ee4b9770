package import SafetyModel
package import Workflows

/// Reads delimited text (csv, tsv, txt): the first line names the columns, each further one is a row.
///
/// - Text is UTF-8, with or without byte order mark; line breaks are LF, CRLF or CR.
/// - The delimiter is `,`, `;` or tab: the study's, or the most frequent in the header line.
/// - Fields may stand in quotes, doubled inside, with line breaks inside; see ``CSVScanner``.
/// - Outer blanks are removed. Numbers become canonical (`1.0` is `1`); codes with leading zeros
///   (`01`) stay text; see ``NumberText``. `NA`, `.` and the like stay as they are: the study says
///   what is missing.
/// - Empty lines at the end are ignored; in a file of one column an empty line is an empty value.
///
/// Rows with too few or too many fields are all reported, up to ``mostProblems``. A quote in the
/// wrong place ends the reading, since nobody knows what belongs together after it.
package struct CSVReader: DataFileReader {
  package let fileEndings = ["csv", "tsv", "txt"]
  /// How many problems are told in one go.
  package static let mostProblems = 100

  package init() {}

  package func read(
    _ path: String, as description: DataDescription, limits: FileLimits
  ) throws -> SourceTable {
    let bytes = try FileBytes.read(path, limit: limits.bytes)
    return try read(bytes, file: path, as: description, limits: limits)
  }

  /// Reads text that is already in memory.
  package func read(
    _ bytes: [UInt8], file: String, as description: DataDescription, limits: FileLimits
  ) throws(Problems) -> SourceTable {
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let start = try TextEncoding.startOfText(in: bytes.span, file: file)
    let dialect = try CSVDialect(description, header: bytes[start...], file: file)
    let scanner = CSVScanner(delimiter: dialect.delimiter, from: start)
    var reading = CSVReading(file: file, limits: limits, scanner: scanner)
    try reading.readHeader(bytes.span)
    try reading.readRows(bytes.span)
    return reading.table(NumberText(decimalMark: dialect.decimalMark))
  }
}
