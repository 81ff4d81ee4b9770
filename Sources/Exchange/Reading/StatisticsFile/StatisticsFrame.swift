/// The pieces of the stream in which the child process tells what a statistics file holds.
///
///     frame   = kind (1 byte) · length of payload (UInt32) · payload
///     text    = length (UInt32) · bytes
///     number  = Double; NaN is missing, and its lowest byte the tag of a tagged missing value
///
/// Everything is little-endian. The stream is a header, variables and value labels in any order,
/// rows, and one end or failure. Nothing of it is trusted: the one who writes it has read a file
/// that may have been made to break it.
enum StatisticsFrame: UInt8 {
  /// Version (1 byte), rows (Int64, −1 when the file does not say), variables (UInt32).
  case header = 1
  /// Index (UInt32), is text (1 byte), name, label, format, label set (texts), the number of
  /// missing ranges (1 byte) and each one's ends (numbers or texts).
  case variable
  /// Label set (text), ``ValueKind`` (1 byte), value (number, tag byte or text), label (text).
  case valueLabel
  /// A number or a text for each variable, in order.
  case row
  /// Rows (Int64).
  case end
  /// Code of the failure (UInt32), ReadStat's words for it (text).
  case failure

  static let version: UInt8 = 1
  /// No honest frame is larger: 5,000 variables of 32,767 bytes are 164 MB, and no survey has them.
  static let mostBytes = 64 << 20

  enum ValueKind: UInt8 { case number, tag, text }
}

/// A missing value with the tag of Stata's `.a` to `.z`, or 0 for an ordinary one.
enum TaggedMissing {
  private static let quiet: UInt64 = 0x7FF8_0000_0000_0000

  static func value(tag: UInt8) -> Double { Double(bitPattern: quiet | UInt64(tag)) }

  /// The text `.a` of a tagged missing value; `nil` for numbers and ordinary missing values.
  static func text(of value: Double) -> String? {
    guard value.isNaN else { return nil }
    return text(ofTag: UInt8(truncatingIfNeeded: value.bitPattern))
  }

  static func text(ofTag tag: UInt8) -> String? {
    let isLetter = (0x41...0x5A).contains(tag) || (0x61...0x7A).contains(tag) || tag == 0x5F
    return isLetter ? "." + String(UnicodeScalar(tag)) : nil
  }
}
