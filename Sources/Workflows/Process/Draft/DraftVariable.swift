import SafetyModel

/// A variable of a data file, looked at to find out what it may be.
struct DraftVariable {
  /// What a variable looks like by its values; the words are text keys.
  enum Kind: String {
    case empty, constant, categories, number, identifier, text
  }
  let name: String
  let label: String
  let column: CodedColumn
  let kind: Kind
  /// The values with their labels in the order of the file, without those that are no answer.
  let answers: [SourceValueLabel]
  /// Values that are no answer: declared by the file, or by what their label says.
  let missing: [SourceValueLabel]
  let source: SourceColumn

  /// More unlabelled values than this are no categories.
  private static let mostValues = 20
  /// More labelled values than this are no categories either, but a classification.
  private static let mostLabelled = 60

  init(_ source: SourceColumn, rowCount: Int) {
    self.source = source
    name = source.name
    label = source.label?.isEmpty == false ? source.label ?? "" : source.name
    let column = CodedColumn(source)
    self.column = column
    let counts = column.counts
    let present = column.distinct.indices.filter { $0 > 0 && counts[$0] > 0 }
    let labelled = Dictionary(
      source.valueLabels.map { ($0.value, $0) }, uniquingKeysWith: { a, _ in a })
    let unlabelled = present.map { column.distinct[$0] }.filter { labelled[$0] == nil }
    var values: [SourceValueLabel] = []
    if unlabelled.count <= Self.mostValues {
      var seen: Set<String> = [""]
      values =
        source.valueLabels.filter { seen.insert($0.value).inserted }
        + unlabelled.sorted(by: Self.isBefore).map { SourceValueLabel(value: $0, label: $0) }
    }
    let answers = values.filter { !$0.isMissing && !DraftWords.isNoAnswer($0.label) }
    self.answers = answers
    missing = values.filter { $0.isMissing || DraftWords.isNoAnswer($0.label) }
    kind = Self.kind(
      column, present: present, unlabelled: unlabelled.count, answers: answers,
      labelled: source.valueLabels.count, rowCount: rowCount)
  }

  /// Whether its values can be the answers to a question.
  var isCategorical: Bool { kind == .categories }

  private static func kind(
    _ column: CodedColumn, present: [Int], unlabelled: Int, answers: [SourceValueLabel],
    labelled: Int, rowCount: Int
  ) -> Kind {
    let used = Set(present.map { column.distinct[$0] })
    let usedAnswers = answers.count { used.contains($0.value) }
    if present.allSatisfy({ column.isMissing[$0] }) { return .empty }
    if unlabelled <= mostValues, labelled <= mostLabelled {
      if usedAnswers == 0 { return .empty }
      return answers.count >= 2 ? .categories : .constant
    }
    let isNumeric = present.allSatisfy {
      column.isMissing[$0] || Double(plainNumber: column.distinct[$0]) != nil
    }
    if present.count == rowCount, !isNumeric || wholeNumbers(column, present) {
      return .identifier
    }
    return isNumeric ? .number : .text
  }

  private static func wholeNumbers(_ column: CodedColumn, _ present: [Int]) -> Bool {
    present.allSatisfy { Int(column.distinct[$0]) != nil }
  }

  /// Numbers by size, before texts by alphabet.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    switch (Double(plainNumber: a), Double(plainNumber: b)) {
    case (let first?, let second?): first < second
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): a < b
    }
  }
}
