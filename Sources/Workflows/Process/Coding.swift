import SafetyModel

/// What the values of a variable mean by a study: which category each distinct value is.
struct Coding {
  /// For each distinct value 0 when it is missing, k when it is the k-th category.
  var bytes: [UInt8]
  /// Places of distinct values that the study does not know.
  var unknown: [Int]

  init(_ column: CodedColumn, categories: [CategoryDescription], missing: [String]) {
    let lookup = ValueLookup(categories.prefix(255).map(\.fileValues) + [missing])
    let missingGroup = min(categories.count, 255)
    bytes = Array(repeating: 0, count: column.distinct.count)
    unknown = []
    for (place, group) in lookup.groups(of: column).enumerated() where place > 0 {
      if let group {
        bytes[place] = group == missingGroup ? 0 : UInt8(group + 1)
      } else if !column.isMissing[place] {
        unknown.append(place)
      }
    }
  }

  /// One byte for each row.
  func codes(of column: CodedColumn) -> [UInt8] { column.codes.map { bytes[Int($0)] } }
}
