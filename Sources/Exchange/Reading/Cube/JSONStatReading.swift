import SafetyModel

/// Reads JSON-stat: version 2, and version 1's datasets inside a bundle.
///
/// Values and remarks may be a list or an object by number; categories a list or an object; a
/// dimension with one category may leave out its order.
struct JSONStatReading {
  let document: JSONDocument

  func cube() throws(Problems) -> DataCube {
    let (dataset, path) = try dataset()
    let ids = try list(dataset["id"] ?? dataset["dimension"]?["id"], "\(path).id")
    let sizes = try document.array(
      dataset["size"] ?? dataset["dimension"]?["size"], "\(path).size")
    guard ids.count == sizes.count else { throw document.wrong("\(path).size", "\(ids.count)") }
    var dimensions: [DataCube.Dimension] = []
    for (id, size) in zip(ids, sizes) {
      let size = try document.count(size, "\(path).size")
      dimensions.append(
        try dimension(id, dataset["dimension"]?[id], size: size, "\(path).dimension.\(id)"))
    }
    guard let count = CubeBuilder.size(of: dimensions) else {
      throw Problems([CubeBuilder.tooLarge(document.file)])
    }
    return DataCube(
      title: dataset["label"]?.string ?? "",
      table: dataset["extension"]?["px"]?["tableid"]?.string
        ?? dataset["extension"]?["px"]?["matrix"]?.string,
      updated: dataset["updated"]?.string, notes: notes(dataset["note"]), dimensions: dimensions,
      cells: try cells(dataset, count: count, path))
  }

  private func dataset() throws(Problems) -> (JSONValue, String) {
    let root = document.root
    if root["class"]?.string == "dataset" { return (root, "$") }
    if root["version"] == nil, let inner = root["dataset"], inner["dimension"] != nil {
      return (inner, "$.dataset")
    }
    throw document.wrong("$.class", "\"dataset\"")
  }

  private func dimension(
    _ id: String, _ value: JSONValue?, size: Int, _ path: String
  ) throws(Problems) -> DataCube.Dimension {
    guard let value else { throw document.wrong(path, "{…}") }
    let category = value["category"]
    let labels = category?["label"]
    let codes = try codes(category, path)
    guard codes.count == size else {
      throw document.wrong("\(path).category.index", String(size))
    }
    return DataCube.Dimension(
      code: id, label: value["label"]?.string ?? id,
      categories: codes.map {
        DataCube.Category(code: $0, label: labels?[$0]?.string ?? $0)
      })
  }

  /// The codes of the categories in their order.
  private func codes(_ category: JSONValue?, _ path: String) throws(Problems) -> [String] {
    let path = "\(path).category.index"
    switch category?["index"] {
    case .array: return try list(category?["index"], path)
    case .object(let order):
      var codes: [(place: Int, code: String)] = []
      for (code, place) in order {
        codes.append((try document.count(place, "\(path).\(code)"), code))
      }
      codes.sort { $0.place < $1.place }
      guard codes.map(\.place) == Array(codes.indices) else {
        throw document.wrong(path, "0, 1, 2 …")
      }
      return codes.map(\.code)
    case nil:
      guard case .object(let labels) = category?["label"], labels.count == 1 else {
        throw document.wrong(path, "{…}")
      }
      return Array(labels.keys)
    default: throw document.wrong(path, "{…}")
    }
  }

  private func cells(
    _ dataset: JSONValue, count: Int, _ path: String
  ) throws(Problems) -> [DataCell] {
    let values = try indexed(dataset["value"], count: count, "\(path).value")
    let remarks: [JSONValue?]
    switch dataset["status"] {
    case nil, .null: remarks = []
    case .string(let all): remarks = Array(repeating: .string(all), count: count)
    case let some: remarks = try indexed(some, count: count, "\(path).status")
    }
    let numbers = StatisticalNumber(dash: .number(0))
    var cells: [DataCell] = []
    cells.reserveCapacity(count)
    for (index, value) in values.enumerated() {
      guard let cell = (value ?? .null).cell(numbers) else {
        throw document.wrong("\(path).value[\(index)]", "1, 2.5, null")
      }
      let remark = index < remarks.count ? remarks[index]?.string : nil
      if cell == .missing(.unexplained), let remark, let told = numbers.cell(remark),
        case .missing = told
      {
        cells.append(told)
      } else {
        cells.append(cell)
      }
    }
    return cells
  }

  /// A list of the whole length, or an object from number to value.
  private func indexed(
    _ value: JSONValue?, count: Int, _ path: String
  ) throws(Problems) -> [JSONValue?] {
    switch value {
    case .array(let values):
      guard values.count == count else { throw document.wrong(path, "\(count)") }
      return values
    case .object(let members):
      var values = [JSONValue?](repeating: nil, count: count)
      for (key, value) in members {
        guard let place = Int(key), values.indices.contains(place) else {
          throw document.wrong("\(path).\(key)", "0 – \(count - 1)")
        }
        values[place] = value
      }
      return values
    default: throw document.wrong(path, "[…]")
    }
  }

  private func list(_ value: JSONValue?, _ path: String) throws(Problems) -> [String] {
    var texts: [String] = []
    for (index, value) in try document.array(value, path).enumerated() {
      texts.append(try document.text(value, "\(path)[\(index)]"))
    }
    guard Set(texts).count == texts.count else { throw document.wrong(path, "a ≠ b") }
    return texts
  }

  private func notes(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let note): [note]
    case .array(let notes): notes.compactMap(\.string)
    default: []
    }
  }
}
