import SafetyModel

/// Reads Kolada's values, in the shape of version 2 and of version 3.
///
/// A key figure has one row for each municipality and year, and in it one value for each sex:
/// `T` for everyone, `K` for women and `M` for men (`F` in an older description).
struct KoladaReading {
  static let dimensions = [
    (code: "kpi", label: "kpi"), (code: "municipality", label: "municipality"),
    (code: "period", label: "period"), (code: "gender", label: "gender"),
  ]

  let document: JSONDocument

  /// Adds a page's values, and returns where the next page is.
  func add(to builder: inout CubeBuilder) throws(Problems) -> String? {
    let rows = try document.array(document.root["values"], "$.values")
    if let count = document.root["count"], try document.count(count, "$.count") < rows.count {
      throw document.wrong("$.count", String(rows.count))
    }
    for (index, row) in rows.enumerated() { try add(row, "$.values[\(index)]", to: &builder) }
    switch document.root["next_url"] ?? document.root["next_page"] {
    case .string(let next): return next
    case nil, .null: return nil
    default: throw document.wrong("$.next_page", "\"https://…\"")
    }
  }

  private func add(
    _ row: JSONValue, _ path: String, to builder: inout CubeBuilder
  ) throws(Problems) {
    let indicator = try document.text(row["kpi"], "\(path).kpi")
    // A list is of municipalities (`municipality`) or of units within them (`ou`).
    let place = try document.text(row["municipality"] ?? row["ou"], "\(path).municipality")
    let period = try document.count(row["period"], "\(path).period")
    for (index, value) in try document.array(row["values"], "\(path).values").enumerated() {
      let path = "\(path).values[\(index)]"
      if value["isdeleted"].isTrue || value["is_deleted"].isTrue { continue }
      let gender = try document.text(value["gender"], "\(path).gender")
      guard ["T", "K", "M", "F"].contains(gender) else {
        throw document.wrong("\(path).gender", "\"T\", \"K\", \"M\"")
      }
      let parts = [indicator, place, String(period), gender == "F" ? "K" : gender]
      let categories = parts.map { DataCube.Category(code: $0, label: $0) }
      builder.add(categories, try cell(value, path))
    }
  }

  private func cell(_ value: JSONValue, _ path: String) throws(Problems) -> DataCell {
    switch value["value"] {
    case .number(let number): return .number(number)
    case nil, .null:
      let status = value["status"]?.string?.lowercased() ?? ""
      if status.contains("priv") || status == "x" { return .missing(.hidden) }
      return .missing(status == "missing" ? .notAvailable : .unexplained)
    case .string(let text):
      guard let cell = StatisticalNumber().cell(text) else { fallthrough }
      return cell
    default: throw document.wrong("\(path).value", "12.5, null")
    }
  }
}

extension JSONValue? {
  fileprivate var isTrue: Bool {
    if case .some(.bool(true)) = self { true } else { false }
  }
}
