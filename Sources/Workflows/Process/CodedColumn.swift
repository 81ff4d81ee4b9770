/// A variable, of the file or derived, as its distinct values and which of them each row has.
struct CodedColumn {
  /// The first is always the empty text.
  var distinct: [String]
  /// For each row its place in `distinct`.
  var codes: [Int32]
  /// What the file says that its values mean, by place; empty when it says nothing.
  var labels: [String]
  /// Which values the file declares to be no answer, by place.
  var isMissing: [Bool]

  init(distinct: [String], codes: [Int32], valueLabels: [SourceValueLabel] = []) {
    self.distinct = distinct
    self.codes = codes
    labels = Array(repeating: "", count: distinct.count)
    isMissing = distinct.map(\.isEmpty)
    guard !valueLabels.isEmpty else { return }
    let byValue = Dictionary(valueLabels.map { ($0.value, $0) }, uniquingKeysWith: { a, _ in a })
    for place in distinct.indices {
      guard let label = byValue[distinct[place]] else { continue }
      labels[place] = label.label
      isMissing[place] = isMissing[place] || label.isMissing
    }
  }

  init(_ column: SourceColumn) {
    switch column.values {
    case .coded(let distinct, let codes):
      self.init(distinct: distinct, codes: codes, valueLabels: column.valueLabels)
    case .numbers(let numbers):
      let (distinct, codes) = Self.distinctValues(of: numbers)
      self.init(distinct: distinct, codes: codes, valueLabels: column.valueLabels)
    }
  }

  /// How many rows have each distinct value.
  var counts: [Int] {
    var counts = Array(repeating: 0, count: distinct.count)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }

  /// The rows, from 1, that have a value for which the predicate by place is true; at most ten.
  func firstRows(where isWanted: [Bool]) -> [Int] {
    Array(codes.indices.lazy.filter { isWanted[Int(codes[$0])] }.prefix(10).map { $0 + 1 })
  }

  private static func distinctValues(of numbers: [Double]) -> ([String], [Int32]) {
    var distinct = [""]
    var places: [UInt64: Int32] = [:]
    var smallPlaces = [Int32](repeating: 0, count: 256)
    var codes = [Int32](repeating: 0, count: numbers.count)
    for (row, number) in numbers.enumerated() where !number.isNaN {
      let small = number >= 0 && number < 256 && number == number.rounded() ? Int(number) : nil
      if let small, smallPlaces[small] > 0 {
        codes[row] = smallPlaces[small]
        continue
      }
      let place = places[number.bitPattern] ?? Int32(distinct.count)
      if Int(place) == distinct.count {
        distinct.append(number.canonicalText)
        places[number.bitPattern] = place
      }
      if let small { smallPlaces[small] = place }
      codes[row] = place
    }
    return (distinct, codes)
  }
}
