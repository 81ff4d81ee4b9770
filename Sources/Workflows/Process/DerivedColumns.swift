import SafetyModel

extension CodedColumn {
  /// The number that each distinct value is; NaN when it is missing or none.
  func numbers(decimalMark: String) -> [Double] {
    distinct.indices.map { place in
      guard !isMissing[place] else { return .nan }
      return Double(plainNumber: distinct[place])
        ?? Double(plainNumber: distinct[place], decimalMark: decimalMark) ?? .nan
    }
  }

  /// New values by the list; values that are not in it become missing.
  func recoded(_ lines: [RecodedValue]) -> CodedColumn {
    let groups = ValueLookup(lines.map(\.from)).groups(of: self)
    return mapped { groups[$0].map { lines[$0].to } ?? "" }
  }

  /// Group k, from 1, when edges[k−1] ≤ x < edges[k]; outside the edges becomes missing.
  func cut(at edges: [Double], decimalMark: String) -> CodedColumn {
    let numbers = numbers(decimalMark: decimalMark)
    return mapped { place in
      let number = numbers[place]
      guard let group = edges.firstIndex(where: { number < $0 }), group > 0 else { return "" }
      return String(group)
    }
  }

  /// A column whose value is a function of this one's, given by the place of the distinct value.
  private func mapped(_ value: (Int) -> String) -> CodedColumn {
    var newDistinct = [""]
    var places = ["": Int32(0)]
    let newPlaces = distinct.indices.map { place -> Int32 in
      let text = value(place)
      if let known = places[text] { return known }
      let new = Int32(newDistinct.count)
      places[text] = new
      newDistinct.append(text)
      return new
    }
    return CodedColumn(distinct: newDistinct, codes: codes.map { newPlaces[Int($0)] })
  }

  /// `1` when any of the columns has one of the values, else `0`; missing when all are missing.
  init(anyOf columns: [CodedColumn], values: [String], rowCount: Int) {
    self.init(columns, values: values, rowCount: rowCount) { hits, misses in
      hits > 0 ? 2 : misses > 0 ? 1 : 0
    }
  }

  /// `1` when all of the columns have one of the values, else `0`; missing when any is missing.
  init(allOf columns: [CodedColumn], values: [String], rowCount: Int) {
    self.init(columns, values: values, rowCount: rowCount) { hits, misses in
      hits + misses < columns.count ? 0 : misses > 0 ? 1 : 2
    }
  }

  private init(
    _ columns: [CodedColumn], values: [String], rowCount: Int, code: (Int, Int) -> Int32
  ) {
    let lookup = ValueLookup([values])
    var hits = [Int](repeating: 0, count: rowCount)
    var misses = hits
    for column in columns {
      let groups = lookup.groups(of: column)
      for row in 0..<rowCount {
        let place = Int(column.codes[row])
        if groups[place] != nil {
          hits[row] += 1
        } else if !column.isMissing[place] {
          misses[row] += 1
        }
      }
    }
    self.init(distinct: ["", "0", "1"], codes: zip(hits, misses).map(code))
  }
}
