import SafetyModel

/// Reads PxWeb's own JSON (version 1's `json` format): columns, and rows of keys and values.
struct PxWebJSONReading {
  let document: JSONDocument

  func cube() throws(Problems) -> DataCube {
    let columns = try document.array(document.root["columns"], "$.columns")
    var keys: [(code: String, label: String)] = []
    var contents: [DataCube.Category] = []
    for (index, column) in columns.enumerated() {
      let path = "$.columns[\(index)]"
      let code = try document.text(column["code"], "\(path).code")
      let label = column["text"]?.string ?? code
      // `d` and `t` are dimensions, `c` are contents; comments have no values.
      switch column["type"]?.string ?? "d" {
      case "d", "t": keys.append((code, label))
      case "c": contents.append(DataCube.Category(code: code, label: label))
      default: break
      }
    }
    guard !contents.isEmpty else { throw document.wrong("$.columns", "\"type\": \"c\"") }
    var builder = CubeBuilder(keys + [("ContentsCode", "ContentsCode")])
    for (index, row) in try document.array(document.root["data"], "$.data").enumerated() {
      try add(row, to: &builder, keys: keys.count, contents, "$.data[\(index)]")
    }
    let metadata = try? document.array(document.root["metadata"], "$.metadata").first
    return try builder.cube(
      title: metadata?["label"]?.string ?? "", table: metadata?["infofile"]?.string,
      updated: metadata?["updated"]?.string, file: document.file)
  }

  private func add(
    _ row: JSONValue, to builder: inout CubeBuilder, keys: Int, _ contents: [DataCube.Category],
    _ path: String
  ) throws(Problems) {
    let codes = try document.array(row["key"], "\(path).key")
    let values = try document.array(row["values"], "\(path).values")
    guard codes.count == keys else { throw document.wrong("\(path).key", String(keys)) }
    guard values.count == contents.count else {
      throw document.wrong("\(path).values", String(contents.count))
    }
    var categories: [DataCube.Category] = []
    for (index, code) in codes.enumerated() {
      let code = try document.text(code, "\(path).key[\(index)]")
      categories.append(DataCube.Category(code: code, label: code))
    }
    for (index, value) in values.enumerated() {
      guard let cell = value.cell(StatisticalNumber(dash: .number(0))) else {
        throw document.wrong("\(path).values[\(index)]", "\"12.5\", \"..\"")
      }
      builder.add(categories + [contents[index]], cell)
    }
  }
}
