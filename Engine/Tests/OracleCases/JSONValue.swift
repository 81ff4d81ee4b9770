internal import Foundation

/// A value of a JSON file, with the conventions of the oracle: "NA", "NaN" and "Inf" are numbers.
package indirect enum JSONValue: Decodable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  package init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONValue] = [:]
      for key in object.allKeys {
        members[key.stringValue] = try object.decode(JSONValue.self, forKey: key)
      }
      self = .object(members)
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !list.isAtEnd { elements.append(try list.decode(JSONValue.self)) }
      self = .list(elements)
    } else {
      self = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
    if container.decodeNil() { return .null }
    if let flag = try? container.decode(Bool.self) { return .flag(flag) }
    if let number = try? container.decode(Double.self) { return .number(number) }
    return .text(try container.decode(String.self))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let member = members[key] else { return nil }
    if case .null = member { return nil }
    return member
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  package var number: Double? {
    switch self {
    case .number(let number): number
    case .text("NA"), .text("NaN"): .nan
    case .text("Inf"): .infinity
    case .text("-Inf"): -.infinity
    default: nil
    }
  }

  /// The elements of a list; a scalar is a list of one, since R writes lists of one so.
  package var elements: [JSONValue] {
    switch self {
    case .list(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// All numbers in it, lists within lists row by row; `nil` when anything else is there.
  package var numbers: [Double]? {
    var numbers: [Double] = []
    for element in elements {
      if let number = element.number {
        numbers.append(number)
      } else if case .list = element, let inner = element.numbers {
        numbers += inner
      } else {
        return nil
      }
    }
    return numbers
  }
}
