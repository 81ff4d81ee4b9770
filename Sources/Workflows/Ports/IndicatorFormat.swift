package import SafetyModel

/// A file format that an indicator's values are offered in, with where each comes from.
package protocol IndicatorFormat: Sendable {
  /// The file ending and the word in the address: `csv`.
  var fileEnding: String { get }
  /// With charset, for the response header.
  var mediaType: String { get }
  /// The indicator as a file.
  func write(
    _ report: IndicatorReport, of municipality: Municipality, in language: Language
  ) -> [UInt8]
  /// The indicator's values elsewhere as a file: every place, group and period.
  func write(
    _ comparison: IndicatorComparison, of indicator: Indicator, beside municipality: Municipality,
    in language: Language
  ) -> [UInt8]
}
