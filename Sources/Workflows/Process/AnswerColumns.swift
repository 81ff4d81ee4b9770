import SafetyModel

/// The variables of a survey by name: those of the data file, and those derived from them.
final class AnswerColumns {
  let rowCount: Int
  private let source: [String: SourceColumn]
  private let derived: [DerivedVariable]
  private let decimalMark: String
  private var coded: [String: CodedColumn] = [:]

  convenience init(study: Study, table: SourceTable) {
    self.init(table: table, derived: study.derived, decimalMark: study.data.decimalMark)
  }

  init(table: SourceTable, derived: [DerivedVariable] = [], decimalMark: String? = nil) {
    rowCount = table.rowCount
    source = Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.derived = derived
    self.decimalMark = decimalMark ?? "."
  }

  var sourceNames: [String] { Array(source.keys) }
  var names: [String] { sourceNames + derived.map(\.name) }

  func isDerived(_ name: String) -> Bool { derived.contains { $0.name == name } }

  func exists(_ name: String) -> Bool { source[name] != nil || isDerived(name) }

  /// The variable with its distinct values; `nil` when there is none with this name.
  func column(_ name: String) -> CodedColumn? { column(name, before: derived.count) }

  /// A derived variable may build on those before it, never on itself or a later one.
  private func column(_ name: String, before limit: Int) -> CodedColumn? {
    if let found = coded[name] { return found }
    let index = derived.firstIndex { $0.name == name }
    let made: CodedColumn?
    if let index {
      made = index < limit ? value(of: derived[index].rule, before: index) : nil
    } else {
      made = source[name].map(CodedColumn.init)
    }
    if let made { coded[name] = made }
    return made
  }

  private func value(of rule: DerivedVariable.Rule, before index: Int) -> CodedColumn? {
    switch rule {
    case .recode(let name, let lines):
      return column(name, before: index)?.recoded(lines)
    case .cut(let name, let edges):
      return column(name, before: index)?.cut(at: edges, decimalMark: decimalMark)
    case .any(let names, let values):
      let columns = names.compactMap { column($0, before: index) }
      guard columns.count == names.count else { return nil }
      return CodedColumn(anyOf: columns, values: values, rowCount: rowCount)
    case .all(let names, let values):
      let columns = names.compactMap { column($0, before: index) }
      guard columns.count == names.count else { return nil }
      return CodedColumn(allOf: columns, values: values, rowCount: rowCount)
    }
  }

  /// The variable as numbers; `nil` when there is none with this name.
  func numbers(_ name: String) -> NumberColumn? {
    if !isDerived(name), case .numbers(let values)? = source[name]?.values {
      let declared = source[name]?.valueLabels.filter(\.isMissing) ?? []
      if declared.isEmpty { return NumberColumn(values: values, notNumbers: []) }
    }
    return column(name).map { NumberColumn($0, decimalMark: decimalMark) }
  }
}

/// A variable as numbers.
struct NumberColumn {
  /// NaN is missing or not a number.
  var values: [Double]
  /// Rows from 0 whose value is a text that is no number.
  var notNumbers: [Int]

  init(values: [Double], notNumbers: [Int]) {
    self.values = values
    self.notNumbers = notNumbers
  }

  init(_ column: CodedColumn, decimalMark: String) {
    let numbers = column.numbers(decimalMark: decimalMark)
    let isNoNumber = numbers.indices.map { numbers[$0].isNaN && !column.isMissing[$0] }
    values = column.codes.map { numbers[Int($0)] }
    notNumbers = column.codes.indices.filter { isNoNumber[Int(column.codes[$0])] }
  }
}
