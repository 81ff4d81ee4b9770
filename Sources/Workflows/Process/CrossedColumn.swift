/// Several variables crossed into one: one value for each combination that occurs.
struct CrossedColumn {
  /// The combinations as text, sorted: `centrum × women`.
  private(set) var names: [String]
  /// For each row the place of its combination in `names`; −1 when a part of it is missing.
  private(set) var codes: [Int32]

  /// Crosses at least one column.
  init(_ columns: [CodedColumn], rowCount: Int) {
    names = [""]
    codes = Array(repeating: 0, count: rowCount)
    for column in columns { join(column) }
    sortByName()
  }

  private mutating func join(_ column: CodedColumn) {
    var newNames: [String] = []
    var places: [Int64: Int32] = [:]
    let width = Int64(column.distinct.count)
    for row in codes.indices where codes[row] >= 0 {
      let place = Int(column.codes[row])
      guard !column.isMissing[place] else {
        codes[row] = -1
        continue
      }
      let key = Int64(codes[row]) * width + Int64(place)
      if let known = places[key] {
        codes[row] = known
        continue
      }
      let name = names[Int(codes[row])]
      let new = Int32(newNames.count)
      newNames.append(name.isEmpty ? column.distinct[place] : "\(name) × \(column.distinct[place])")
      places[key] = new
      codes[row] = new
    }
    names = newNames
  }

  /// So that a code tells nothing about the order of the rows.
  private mutating func sortByName() {
    let order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    var rank = [Int32](repeating: 0, count: names.count)
    for (place, old) in order.enumerated() { rank[old] = Int32(place) }
    codes = codes.map { $0 < 0 ? $0 : rank[Int($0)] }
    names = order.map { names[$0] }
  }
}
