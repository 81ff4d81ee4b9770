internal import Foundation

/// One question to R, with its answer.
package struct OracleCase: Sendable {
  package let id: String
  package let dataset: String
  package let design: JSONValue
  package let call: RExpression
  package let results: JSONValue
  package let options: JSONValue

  /// Reads the cases of a file of the oracle.
  package static func load(_ path: String) throws -> [OracleCase] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let file = try JSONDecoder().decode(JSONValue.self, from: data)
    return try (file["cases"] ?? file).elements.map { try OracleCase($0, design: file["design"]) }
  }

  /// - Parameters:
  ///   - value: the case.
  ///   - design: the design of all cases of a golden file; others say it in each case.
  /// - Throws: ``Unsupported`` when the case is incomplete.
  private init(_ value: JSONValue, design: JSONValue?) throws {
    guard let id = value["id"]?.text, let dataset = value["dataset"]?.text,
      let design = value["design"] ?? design, let call = value["r_call"]?.text,
      let results = value["results"]
    else { throw Unsupported("a case without id, dataset, design, r_call or results") }
    self.id = id
    self.dataset = dataset
    self.design = design
    self.call = try RParser.parse(call)
    self.results = results
    options = value["r_options"] ?? .null
  }

  /// The expected numbers by the name of their result, nested names joined by a point.
  package var expected: [String: [Double]] {
    Self.flattened(results, prefix: "")
  }

  private static func flattened(_ value: JSONValue, prefix: String) -> [String: [Double]] {
    guard case .object(let members) = value else { return [:] }
    var numbers: [String: [Double]] = [:]
    for (key, member) in members where !labels.contains(key) {
      if case .object = member {
        numbers.merge(flattened(member, prefix: prefix + key + ".")) { $1 }
      } else if let list = member.numbers {
        numbers[prefix + key] = list
      }
    }
    return numbers
  }

  /// Results that only say which is which.
  private static let labels: Set<String> = [
    "names", "order", "domains", "quantiles", "columns", "vars", "pairs", "statistic_name",
    "parameter_names",
  ]
}
