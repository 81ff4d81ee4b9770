import SafetyModel

/// JSON that some source gave, with the place of what is missing or of the wrong type in it.
struct JSONDocument {
  let file: String
  let root: JSONValue

  init(_ bytes: [UInt8], file: String) throws(Problems) {
    self.file = file
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let start = try TextEncoding.startOfText(in: bytes.span, file: file)
    do {
      var text = JSONText(bytes, from: start)
      root = try text.value()
    } catch {
      let position = TextEncoding.position(of: error.offset, in: bytes.span)
      let arguments = ["expected": error.expected ?? "", "limit": String(JSONText.deepest)]
      let key = error.expected == nil ? "json.tooDeep" : "json.notJSON"
      throw Problems([Problem(key, arguments: arguments, file: file, position: position)])
    }
  }

  /// What should have stood at a path such as `$.values[3].period`.
  func wrong(_ path: String, _ expected: String) -> Problems {
    Problems([
      Problem("json.wrong", arguments: ["path": path, "expected": expected], file: file)
    ])
  }

  func array(_ value: JSONValue?, _ path: String) throws(Problems) -> [JSONValue] {
    guard case .array(let values) = value else { throw wrong(path, "[…]") }
    return values
  }

  func object(_ value: JSONValue?, _ path: String) throws(Problems) -> [String: JSONValue] {
    guard case .object(let members) = value else { throw wrong(path, "{…}") }
    return members
  }

  func text(_ value: JSONValue?, _ path: String) throws(Problems) -> String {
    guard case .string(let text) = value else { throw wrong(path, "\"…\"") }
    return text
  }

  /// A whole number that is not negative.
  func count(_ value: JSONValue?, _ path: String) throws(Problems) -> Int {
    guard case .number(let number) = value, let count = Int(exactly: number), count >= 0 else {
      throw wrong(path, "0, 1, 2 …")
    }
    return count
  }
}

extension JSONValue {
  /// The text, unless it is something else.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// What a cell holds: a number, a text that stands for one, or nothing.
  func cell(_ numbers: StatisticalNumber) -> DataCell? {
    switch self {
    case .number(let number): number.isFinite ? .number(number) : nil
    case .null: .missing(.unexplained)
    case .string(let text): numbers.cell(text)
    case .bool, .array, .object: nil
    }
  }
}
