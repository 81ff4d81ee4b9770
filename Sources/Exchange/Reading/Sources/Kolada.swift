package import SafetyModel
package import Workflows

/// Kolada, the municipalities' and regions' database, version 3 of its interface.
///
/// `address` is that of the data: `https://api.kolada.se/v3/data`. The entry's query has `kpi`,
/// and perhaps `municipality` and `year`.
package struct Kolada3: StatisticsSource {
  package let code = "kolada-3"
  package let isAsked = true
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest {
    try entry.koladaRequest()
  }

  package func next(
    after answers: [SourceAnswer], for entry: SourceEntry
  ) throws -> SourceRequest? { try answers.koladaNext() }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try answers.koladaTable(entry)
  }
}

/// Kolada, version 2 of its interface: `https://api.kolada.se/v2/data`.
package struct Kolada2: StatisticsSource {
  package let code = "kolada-2"
  package let isAsked = true
  package init() {}

  package func request(for entry: SourceEntry) throws -> SourceRequest {
    try entry.koladaRequest()
  }

  package func next(
    after answers: [SourceAnswer], for entry: SourceEntry
  ) throws -> SourceRequest? { try answers.koladaNext() }

  package func table(from answers: [SourceAnswer], for entry: SourceEntry) throws -> DataCube {
    try answers.koladaTable(entry)
  }
}

extension SourceEntry {
  /// Both versions ask in the path: `/kpi/N07403/municipality/1290,1277/year/2023,2024`.
  fileprivate func koladaRequest() throws -> SourceRequest {
    try check(options: [])
    var address = try requiredAddress()
    guard query.contains(where: { $0.variable == "kpi" }) else {
      throw Problems([
        Problem("source.noSelection", arguments: ["source": code, "variable": "kpi"])
      ])
    }
    for name in ["kpi", "municipality", "year"] {
      for selection in query where selection.variable == name {
        let values = selection.values.map { percentEncoded($0) }.joined(separator: ",")
        address += "/\(name)/\(values)"
      }
    }
    return SourceRequest(address: address)
  }
}

extension [SourceAnswer] {
  /// 5 000 rows are a page, so 200 pages are a million rows.
  private static var mostPages: Int { 200 }

  fileprivate func koladaNext() throws -> SourceRequest? {
    guard let last else { return nil }
    var builder = CubeBuilder(KoladaReading.dimensions)
    let document = try JSONDocument(last.bytes, file: last.name)
    guard let next = try KoladaReading(document: document).add(to: &builder) else { return nil }
    guard count < [SourceAnswer].mostPages else {
      let arguments = ["limit": String([SourceAnswer].mostPages)]
      throw Problems([Problem("source.tooManyPages", arguments: arguments, file: last.name)])
    }
    return SourceRequest(address: next)
  }

  fileprivate func koladaTable(_ entry: SourceEntry) throws -> DataCube {
    var builder = CubeBuilder(KoladaReading.dimensions)
    for answer in self {
      let document = try JSONDocument(answer.bytes, file: answer.name)
      _ = try KoladaReading(document: document).add(to: &builder)
    }
    let table = entry.query.first { $0.variable == "kpi" }?.values.joined(separator: ",")
    return try builder.cube(title: "", table: table, updated: nil, file: first?.name ?? "")
  }
}
