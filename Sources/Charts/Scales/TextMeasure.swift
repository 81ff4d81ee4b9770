/// About how wide words are, and how to break them: the server has no fonts to ask.
///
/// The widths are those of Noto Sans and Source Sans, rounded up, so that text fits.
enum TextMeasure {
  static func width(of string: String, size: Double) -> Double {
    string.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size
  }

  /// Parts of the text size.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "\u{AD}": 0.32
    case "f", "t", "r", " ", "\u{A0}", "-", "–", "/", "\"": 0.4
    case "m", "w", "M", "W", "%", "@", "—", "Æ", "Œ": 0.9
    case "0"..."9": 0.58
    case "A"..."Z", "À"..."Þ": 0.66
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{FFEF}", "\u{1F000}"..."\u{1FAFF}": 1.05
    default: 0.58
    }
  }

  /// The words broken into lines of at most a width; the last line ends in … when cut off.
  ///
  /// A word that is wider than a line is broken where the line ends.
  static func wrapped(
    _ string: String, width: Double, size: Double, maxLines: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in string.split(separator: " ").map(String.init) {
      let joined = line.isEmpty ? word : line + " " + word
      if self.width(of: joined, size: size) <= width {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = word
      while self.width(of: line, size: size) > width, line.count > 1 {
        let head = prefix(of: line, width: width, size: size)
        lines.append(head)
        line = String(line.dropFirst(head.count))
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > maxLines, maxLines > 0 else { return lines }
    let last = prefix(of: lines[maxLines - 1], width: width - size, size: size)
    return lines.prefix(maxLines - 1) + [last + "…"]
  }

  /// The longest beginning that fits, at least one character.
  private static func prefix(of string: String, width: Double, size: Double) -> String {
    var end = string.endIndex
    while end > string.startIndex, self.width(of: String(string[..<end]), size: size) > width {
      end = string.index(before: end)
    }
    if end == string.startIndex, !string.isEmpty { end = string.index(after: end) }
    return String(string[..<end])
  }
}
