package import SafetyModel
package import Workflows

/// Statistics Sweden's and others' statistical databases, as they speak since 2025.
///
/// `address` is that of the table's data: `https://…/api/v2/tables/TAB638/data`. The entry's
/// query is asked in the address: `valueCodes[Tid]=top(5)`. Answers are JSON-stat 2.
/// Setting: `language`.
package struct PxWebAPI2: StatisticsSource {
  package let code = "pxweb-2"
  package let isAsked = true
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest {
    try entry.check(options: ["language"])
    var parts = ["lang=" + percentEncoded(entry.option("language") ?? "sv")]
    for selection in entry.query {
      let values = selection.values.map { percentEncoded($0, keeping: "()*?") }
      let name = "valueCodes%5B\(percentEncoded(selection.variable))%5D"
      parts.append("\(name)=\(values.joined(separator: ","))")
    }
    parts.append("outputFormat=json-stat2")
    return SourceRequest(
      address: try entry.requiredAddress() + "?" + parts.joined(separator: "&"))
  }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    let answer = try answers.only()
    return try JSONStatReading(document: JSONDocument(answer.bytes, file: answer.name)).cube()
  }
}
