import Foundation
import Testing
import Texts

/// Reads the program's own sources for the keys that they ask for.
@Suite("Use of keys")
struct KeyUseTests {
  /// Every string literal of the sources, by file, without comments.
  private static let literals: [(file: String, text: String)] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var found: [(String, String)] = []
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "swift",
        let source = try? String(contentsOf: url, encoding: .utf8)
      else { continue }
      for line in source.split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for match in line.matches(of: /"((?:[^"\\]|\\.)*)"/) {
          found.append((url.lastPathComponent, String(match.output.1)))
        }
      }
    }
    return found
  }()

  private static let sections = Set(
    Texts.swedish.keys.compactMap { $0.split(separator: ".").first.map(String.init) })

  @Test("every key that the sources write out in full exists")
  func exists() {
    #expect(KeyUseTests.literals.count > 100)
    let texts = Texts.swedish
    for (file, literal) in KeyUseTests.literals {
      guard KeyUseTests.looksLikeKey(literal) else { continue }
      #expect(
        texts.has(literal) || texts.has(literal + ".one") || texts.has("problem." + literal)
          || texts.has("command." + literal)
          || texts.keys.contains { $0.hasPrefix(literal + ".") },
        "\(literal) in \(file)")
    }
  }

  /// A key is used when the sources hold it, its plural stem, or an interpolated literal that it
  /// fits: `"problem.\(key)"`, `"chart.hidden.\(status)"`.
  @Test("no text is left that nothing asks for")
  func used() {
    let literals = Set(KeyUseTests.literals.map(\.text))
    let patterns = literals.filter { $0.contains("\\(") }.compactMap(KeyUseTests.pattern)
    let parts = Set(literals.flatMap { [$0] })
    let unused = Texts.swedish.keys.filter { key in
      let stem = KeyUseTests.stem(of: key)
      if parts.contains(key) || parts.contains(stem) { return false }
      if patterns.contains(where: { pattern in
        stem.wholeMatch(of: pattern) != nil || key.wholeMatch(of: pattern) != nil
      }) {
        return false
      }
      // Problems are thrown by the rest of their key, and their advice goes with them.
      if key.hasPrefix("problem.") {
        let name = String(stem.dropFirst("problem.".count))
        return !parts.contains(name)
          && !(name.hasSuffix(".advice") && parts.contains(String(name.dropLast(7))))
      }
      return !KeyUseTests.isReachable(key, by: parts)
    }
    #expect(unused == [])
  }

  private static func looksLikeKey(_ literal: String) -> Bool {
    guard literal.wholeMatch(of: /[a-z][A-Za-z]*(?:\.[A-Za-z][A-Za-z0-9-]*)+/) != nil else {
      return false
    }
    guard let section = literal.split(separator: ".").first else { return false }
    return sections.contains(String(section)) && !literal.hasSuffix(".json")
      && !literal.hasSuffix(".yaml")
  }

  private static func stem(of key: String) -> String {
    for form in [".one", ".other"] where key.hasSuffix(form) {
      let stem = String(key.dropLast(form.count))
      if Texts.swedish.has(stem + ".one"), Texts.swedish.has(stem + ".other") { return stem }
    }
    return key
  }

  /// A literal with interpolations as a pattern, when what is written out begins like a key.
  private static func pattern(_ literal: String) -> Regex<AnyRegexOutput>? {
    let head = literal.prefix { $0 != "\\" }
    guard let section = head.split(separator: ".").first, sections.contains(String(section)),
      head.contains(".")
    else { return nil }
    let escaped = literal.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "\u{1}")
      .replacing(".", with: "\\.").replacing("\u{1}", with: "[A-Za-z0-9.-]+")
    return try? Regex(escaped)
  }

  /// Keys that are put together of a prefix in one place and an ending in another.
  private static func isReachable(_ key: String, by literals: Set<String>) -> Bool {
    let parts = key.split(separator: ".")
    return (1..<parts.count).contains { cut in
      let head = parts[..<cut].joined(separator: ".") + "."
      let tail = "." + parts[cut...].joined(separator: ".")
      return literals.contains(head)
        || (literals.contains(String(head.dropLast()))
          && literals.contains { $0.hasPrefix("\\(") && $0.hasSuffix(")" + tail) })
    }
  }
}
