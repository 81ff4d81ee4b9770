import SafetyModel

/// Puts a table together from values that each name their categories.
struct CubeBuilder {
  /// More combinations than any table that a municipality needs.
  static let mostCells = 20_000_000

  private var dimensions: [DataCube.Dimension]
  private var places: [[String: Int]]
  private var found: [(places: [Int], cell: DataCell)] = []

  /// Begins with the dimensions' codes and words; categories come as they are met.
  init(_ dimensions: [(code: String, label: String)]) {
    self.dimensions = dimensions.map {
      DataCube.Dimension(code: $0.code, label: $0.label, categories: [])
    }
    places = dimensions.map { _ in [:] }
  }

  /// Adds a value; false when the same categories have one already.
  mutating func add(_ categories: [DataCube.Category], _ cell: DataCell) {
    var numbers: [Int] = []
    for (dimension, category) in categories.enumerated() where dimension < dimensions.count {
      if let place = places[dimension][category.code] {
        numbers.append(place)
      } else {
        let place = dimensions[dimension].categories.count
        places[dimension][category.code] = place
        dimensions[dimension].categories.append(category)
        numbers.append(place)
      }
    }
    found.append((numbers, cell))
  }

  /// The whole table, or why the values of the file make none.
  func cube(
    title: String, table: String?, updated: String?, notes: [String] = [], file: String
  ) throws(Problems) -> DataCube {
    guard let size = CubeBuilder.size(of: dimensions) else {
      throw Problems([CubeBuilder.tooLarge(file)])
    }
    var cube = DataCube(
      title: title, table: table, updated: updated, notes: notes, dimensions: dimensions,
      cells: Array(repeating: .absent, count: size))
    for (places, cell) in found {
      let number = cube.cellNumber(places)
      guard cube.cells[number] == .absent else {
        let names = zip(dimensions, places).map { $0.0.categories[$0.1].code }
        let arguments = ["place": names.joined(separator: ", ")]
        throw Problems([Problem("source.twice", arguments: arguments, file: file)])
      }
      cube.cells[number] = cell
    }
    return cube
  }

  /// How many combinations there are; `nil` when there are too many.
  static func size(of dimensions: [DataCube.Dimension]) -> Int? {
    var size = 1
    for dimension in dimensions {
      let (product, isTooLarge) = size.multipliedReportingOverflow(by: dimension.categories.count)
      guard !isTooLarge, product <= mostCells else { return nil }
      size = product
    }
    return size
  }

  static func tooLarge(_ file: String) -> Problem {
    Problem("source.tooLarge", arguments: ["limit": String(mostCells)], file: file)
  }
}
