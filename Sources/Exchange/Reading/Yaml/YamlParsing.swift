import SafetyModel
import Yams

extension YamlNode {
  /// Deeper nesting than any form here needs.
  private static let deepest = 32
  /// More parts than the largest real study has, many times over.
  private static let most = 400_000

  /// Parses the text, or throws the first thing that is wrong with it as YAML.
  static func parsed(_ source: YamlText) throws -> YamlNode {
    do {
      guard let root = try Parser(yaml: source.text, encoding: .utf8).singleRoot() else {
        throw Problems([Problem("yaml.empty", file: source.file)])
      }
      var count = 0
      return try YamlNode(root, depth: 0, count: &count, file: source.file)
    } catch let error as YamlError {
      throw Problems([error.problem(in: source.file)])
    }
  }

  private init(_ node: Node, depth: Int, count: inout Int, file: String) throws {
    let position = SourcePosition(node.mark) ?? SourcePosition(line: 1, column: 1)
    self.position = position
    count += 1
    guard depth <= Self.deepest, count <= Self.most else {
      throw Problems([
        Problem(
          depth > Self.deepest ? "yaml.tooDeep" : "yaml.tooMany", file: file, position: position)
      ])
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["", "~", "null"].contains(scalar.string)
      content = isNull ? .nothing : .text(scalar.string)
    case .sequence(let sequence):
      content = .list(
        try sequence.map { try YamlNode($0, depth: depth + 1, count: &count, file: file) })
    case .mapping(let mapping):
      content = .mapping(
        try mapping.map { key, value in
          guard case .scalar(let scalar) = key else {
            throw Problems([Problem("yaml.keyIsNoText", file: file, position: position)])
          }
          return YamlPair(
            key: scalar.string, keyPosition: SourcePosition(key.mark) ?? position,
            value: try YamlNode(value, depth: depth + 1, count: &count, file: file))
        })
    case .alias:
      throw Problems([Problem("yaml.alias", file: file, position: position)])
    }
  }
}

extension SourcePosition {
  fileprivate init?(_ mark: Mark?) {
    guard let mark else { return nil }
    self.init(line: mark.line, column: mark.column)
  }
}

extension YamlError {
  /// The error in the words of this program; the parser's own words only where they are rare.
  fileprivate func problem(in file: String) -> Problem {
    switch self {
    case .scanner(_, let detail, let mark, _), .parser(_, let detail, let mark, _),
      .composer(_, let detail, let mark, _):
      let position = SourcePosition(line: mark.line, column: mark.column)
      let key = Self.keys.first { detail.contains($0.detail) }?.key ?? "yaml.syntax"
      return Problem(key, arguments: ["detail": detail], file: file, position: position)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Problem(
        "yaml.duplicateKey", arguments: ["key": duplicates.joined(separator: ", ")], file: file,
        position: SourcePosition(line: context.mark.line, column: context.mark.column))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Problem("yaml.syntax", arguments: ["detail": "\(self)"], file: file)
    }
  }

  /// What people most often run into, by a part of what the parser says.
  private static let keys: [(detail: String, key: String)] = [
    ("mapping values are not allowed", "yaml.colonInText"),
    ("cannot start any token", "yaml.strangeStart"),
    ("unexpected end of stream", "yaml.unclosedQuote"),
    ("did not find expected ',' or", "yaml.unclosedBracket"),
    ("did not find expected key", "yaml.indentation"),
    ("did not find expected '-' indicator", "yaml.indentation"),
    ("could not find expected ':'", "yaml.missingColon"),
    ("undefined alias", "yaml.alias"),
    ("another document", "yaml.severalDocuments"),
    ("Maximum nesting level", "yaml.tooDeep"),
  ]
}
