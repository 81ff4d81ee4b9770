import SafetyModel
import Workflows

/// From the variables of an SPSS or Stata file to source columns.
///
/// - A value that the file declares missing keeps its code and gets a label that says so; in a
///   column of many numbers, where codes have no place, it becomes missing.
/// - Stata's `.a` to `.z` are the values `.a` to `.z`, declared missing; `.` and SPSS's system
///   missing are the empty text.
/// - Dates and times become texts; see ``StatisticsDates``.
struct StatisticsTable {
  let file: String
  let content: StatisticsFileContent

  func table() throws(Problems) -> SourceTable {
    var names: Set<String> = []
    var columns: [SourceColumn] = []
    for variable in content.variables {
      guard names.insert(variable.name).inserted else {
        throw Problems([Problem("statfile.duplicateName", file: file, variable: variable.name)])
      }
      columns.append(try column(variable))
    }
    return SourceTable(file: file, rowCount: content.rowCount, columns: columns)
  }

  private func column(_ variable: StatisticsVariable) throws(Problems) -> SourceColumn {
    let values: SourceValues
    switch variable.values {
    case .texts(let coder): values = try texts(coder, variable)
    case .numbers(let numbers):
      if let scale = StatisticsDates.scale(format: variable.format) {
        values = coded(numbers) { StatisticsDates.text($0, scale) ?? CanonicalNumber.text($0) }
      } else if isQuantity(numbers) {
        values = .numbers(numbers.map { variable.isMissing($0) ? .nan : $0 })
      } else {
        values = coded(numbers, CanonicalNumber.text)
      }
    }
    return SourceColumn(
      name: variable.name, label: variable.label.isEmpty ? nil : variable.label,
      valueLabels: valueLabels(variable, values), values: values)
  }

  // MARK: - Values

  private func texts(
    _ coder: ColumnCoder, _ variable: StatisticsVariable
  ) throws(Problems) -> SourceValues {
    guard let values = coder.textValues() else {
      throw Problems([Problem("statfile.badText", file: file, variable: variable.name)])
    }
    return values
  }

  /// Whether there are more distinct numbers than a code list has.
  private func isQuantity(_ numbers: [Double]) -> Bool {
    var distinct: Set<Double> = []
    for number in numbers where !number.isNaN {
      distinct.insert(number)
      if distinct.count > ColumnCoder.mostCodes { return true }
    }
    return false
  }

  private func coded(_ numbers: [Double], _ text: (Double) -> String) -> SourceValues {
    var distinct = [""]
    var codeOfText: [String: Int32] = ["": 0]
    var codeOfBits: [UInt64: Int32] = [:]
    let codes = numbers.map { number in
      if let code = codeOfBits[number.bitPattern] { return code }
      let text = number.isNaN ? TaggedMissing.text(of: number) ?? "" : text(number)
      let code = codeOfText[text] ?? Int32(clamping: distinct.count)
      if codeOfText.updateValue(code, forKey: text) == nil { distinct.append(text) }
      codeOfBits[number.bitPattern] = code
      return code
    }
    return .coded(distinct: distinct, codes: codes)
  }

  // MARK: - Labels

  private func valueLabels(
    _ variable: StatisticsVariable, _ values: SourceValues
  ) -> [SourceValueLabel] {
    var labels: [SourceValueLabel] = []
    var labelled: Set<String> = []
    for given in content.labelSets[variable.labelSet] ?? [] {
      guard let label = variable.label(given), labelled.insert(label.value).inserted else {
        continue
      }
      labels.append(label)
    }
    guard case .coded(let distinct, _) = values else { return labels }
    for text in distinct.dropFirst() where !labelled.contains(text) && variable.isMissing(text) {
      labels.append(SourceValueLabel(value: text, label: text, isMissing: true))
    }
    return labels
  }
}

extension StatisticsVariable {
  func isMissing(_ number: Double) -> Bool {
    number.isNaN
      || missing.contains { if case .numbers(let range) = $0 { range ~= number } else { false } }
  }

  /// Whether the file declares a value, given by its canonical text, missing.
  func isMissing(_ text: String) -> Bool {
    switch values {
    case .numbers: text.hasPrefix(".") || Double(text).map(isMissing) ?? false
    case .texts:
      missing.contains {
        if case .texts(let from, let to) = $0 { (from...max(from, to)) ~= text } else { false }
      }
    }
  }

  /// A value label in canonical form; `nil` for one that belongs to the other kind of variable.
  func label(_ given: StatisticsValueLabel) -> SourceValueLabel? {
    switch (given.value, values) {
    case (.number(let number), .numbers):
      let isTimed = StatisticsDates.scale(format: format) != nil
      guard !isTimed, !number.isNaN else { return nil }
      return SourceValueLabel(
        value: CanonicalNumber.text(number), label: given.label, isMissing: isMissing(number))
    case (.tag(let tag), .numbers):
      guard let text = TaggedMissing.text(ofTag: tag) else { return nil }
      return SourceValueLabel(value: text, label: given.label, isMissing: true)
    case (.text(let text), .texts):
      return SourceValueLabel(value: text, label: given.label, isMissing: isMissing(text))
    default: return nil
    }
  }
}
