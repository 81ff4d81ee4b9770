internal import Foundation

/// One question to R, with its answer.
package struct OracleCase: Sendable {
  package let id: String
  package let dataset: String
  package let design: JSONValue
  /// The question; unanswerable when it is not an expression that the parser knows.
  package let call: RExpression
  package let results: JSONValue
  package let options: JSONValue
  /// The relative error that figures printed with few digits may have; `nil` for the oracle's own.
  let printed: Double?
  /// Why the case cannot even be asked; `nil` when it can.
  let flaw: String?

  /// Reads the cases of a file of the oracle.
  package static func load(_ path: String) throws -> [OracleCase] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let file = try JSONDecoder().decode(JSONValue.self, from: data)
    return (file["cases"] ?? file).elements.enumerated().map {
      OracleCase($1, design: file["design"], place: $0)
    }
  }

  /// - Parameters:
  ///   - value: the case.
  ///   - design: the design of all cases of a golden file; others say it in each case.
  ///   - place: where in its file it stands, from 0, for cases without id.
  private init(_ value: JSONValue, design: JSONValue?, place: Int) {
    id = value["id"]?.text ?? "case \(place + 1)"
    dataset = value["dataset"]?.text ?? ""
    self.design = value["design"] ?? design ?? .null
    results = value["results"] ?? .null
    options = value["r_options"] ?? .null
    printed = value["tolerance"]?.number
    guard value["dataset"] != nil, value["results"] != nil, let text = value["r_call"]?.text else {
      (call, flaw) = (.text(""), "a case without dataset, results or r_call")
      return
    }
    do {
      call = try RParser.parse(text).matched
      flaw = nil
    } catch {
      (call, flaw) = (.text(text), "lacks the syntax of \(text)")
    }
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
