/// Finds which of several groups a file value belongs to.
///
/// A value is looked up as it stands, then as a number in canonical form, then by the label that
/// the file gives it.
struct ValueLookup {
  private var groups: [String: Int] = [:]

  init(_ values: [[String]]) {
    for (group, texts) in values.enumerated() {
      for text in texts { groups[text] = groups[text] ?? group }
    }
    for (group, texts) in values.enumerated() {
      for number in texts.compactMap({ Double(plainNumber: $0)?.canonicalText }) {
        groups[number] = groups[number] ?? group
      }
    }
  }

  func group(of value: String, label: String) -> Int? {
    if let group = groups[value] { return group }
    if let number = Double(plainNumber: value)?.canonicalText, let group = groups[number] {
      return group
    }
    return label.isEmpty ? nil : groups[label]
  }

  /// The group of each distinct value of a column; `nil` where there is none.
  func groups(of column: CodedColumn) -> [Int?] {
    column.distinct.indices.map { group(of: column.distinct[$0], label: column.labels[$0]) }
  }
}
