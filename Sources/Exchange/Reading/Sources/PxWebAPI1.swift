package import SafetyModel
package import Workflows

/// Statistical databases of the PxWeb kind, as they have spoken since 2010.
///
/// `address` is that of the table: `https://api.scb.se/OV0104/v1/doris/sv/ssd/BE/…/BefolkningNy`.
/// The entry's query is sent as JSON; a single value `top(5)` or `all(*)` is a filter of that name.
/// Settings: `response`, `json-stat2` (as it is without) or `json`.
package struct PxWebAPI1: StatisticsSource {
  package let code = "pxweb-1"
  package let isAsked = true
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest {
    try entry.check(options: ["response"])
    let response = entry.option("response") ?? "json-stat2"
    guard ["json", "json-stat", "json-stat2"].contains(response) else {
      let arguments = ["source": entry.code, "value": response]
      throw Problems([Problem("source.unknownResponse", arguments: arguments)])
    }
    let query = entry.query.map { selection in
      let (filter, values) = PxWebAPI1.filter(selection.values)
      let list = values.map { JSONText.quoted($0) }.joined(separator: ",")
      return #"{"code":\#(JSONText.quoted(selection.variable)),"selection":{"filter":"#
        + #""\#(filter)","values":[\#(list)]}}"#
    }
    let body =
      #"{"query":[\#(query.joined(separator: ","))],"response":{"format":"\#(response)"}}"#
    return SourceRequest(address: try entry.requiredAddress(), body: Array(body.utf8))
  }

  private static func filter(_ values: [String]) -> (name: String, values: [String]) {
    guard values.count == 1, let value = values.first, value.hasSuffix(")"),
      let open = value.firstIndex(of: "("), ["top", "all"].contains(value[..<open])
    else { return ("item", values) }
    return (String(value[..<open]), [String(value[value.index(after: open)...].dropLast())])
  }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    let answer = try answers.only()
    let document = try JSONDocument(answer.bytes, file: answer.name)
    return document.root["columns"] == nil
      ? try JSONStatReading(document: document).cube()
      : try PxWebJSONReading(document: document).cube()
  }
}

extension JSONText {
  /// Text in quotes, as JSON writes it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
