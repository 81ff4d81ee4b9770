import SafetyModel

extension DraftStudy {
  /// The upper ends of the usual age groups.
  private static let ageEdges = [16.0, 25, 45, 65, 85]

  /// A dimension; a number that is an age is cut into groups.
  func dimension(
    _ role: DimensionRole, _ variable: DraftVariable, _ derived: inout [DerivedVariable],
    _ remarks: inout [String: [DraftRemark]]
  ) -> DimensionDescription? {
    let code = role.rawValue
    let arguments = ["variable": variable.name, "label": variable.label]
    remarks["dimensions.\(code)"] = [DraftRemark(key: "guess", arguments: arguments)]
    guard variable.kind == .number else {
      return DimensionDescription(
        code: code, column: variable.name, role: role, label: words(variable.label),
        values: categories(of: variable), missing: variable.missing.map(\.value))
    }
    let edges = edges(for: variable)
    guard edges.count > 2 else { return nil }
    let name = freeName("age-group")
    derived.append(DerivedVariable(name: name, rule: .cut(column: variable.name, edges: edges)))
    remarks["derived.\(name)"] = [DraftRemark(key: "age", arguments: arguments)]
    let values = edges.indices.dropLast().map { place in
      let (from, to) = (edges[place].canonicalText, (edges[place + 1] - 1).canonicalText)
      return CategoryDescription(
        code: "\(from)-\(to)", label: words("\(from)–\(to)"), fileValues: [String(place + 1)])
    }
    return DimensionDescription(
      code: code, column: name, role: role, label: words(variable.label), values: values)
  }

  /// The usual edges that lie within the ages there are, and the ends.
  private func edges(for variable: DraftVariable) -> [Double] {
    let numbers = variable.column.numbers(decimalMark: ".").filter { !$0.isNaN }
    guard let least = numbers.min()?.rounded(.down), let most = numbers.max()?.rounded(.down),
      least >= 0, most < 150
    else { return [] }
    return [least] + Self.ageEdges.filter { $0 > least && $0 < most } + [most + 1]
  }

  private func freeName(_ wanted: String) -> String {
    var name = wanted
    while table.column(name) != nil { name += "-x" }
    return name
  }

  func item(
    _ variable: DraftVariable, _ codes: inout DraftCodes,
    _ remarks: inout [String: [DraftRemark]]
  ) -> ItemDescription {
    let code = codes.code(variable.name, else: "item")
    let categories = categories(of: variable)
    if variable.source.valueLabels.isEmpty, variable.answers.contains(where: { $0.value.isWord }) {
      remarks["items.\(code)"] = [DraftRemark(key: "order", arguments: [:])]
    }
    return ItemDescription(
      code: code, column: variable.name, question: words(variable.label),
      label: words(variable.label), topic: "questions", arena: nil, direction: .neutral,
      categories: categories, missing: variable.missing.map(\.value),
      headline: HeadlineDescription(
        categories: headline(of: categories), label: words(variable.label)))
  }

  private func categories(of variable: DraftVariable) -> [CategoryDescription] {
    var codes = DraftCodes()
    let all = variable.answers + variable.missing
    return variable.answers.map { answer in
      // A label stands beside its code only where it can mean nothing else.
      let others = all.filter { $0.value != answer.value }
      let isClear =
        !answer.label.isEmpty && answer.label != answer.value
        && !others.contains { $0.value == answer.label || $0.label == answer.label }
      return CategoryDescription(
        code: codes.code(answer.label, else: codes.fallback(answer.value)),
        label: words(answer.label.allSatisfy(\.isWhitespace) ? answer.value : answer.label),
        fileValues: isClear ? [answer.value, answer.label] : [answer.value])
    }
  }

  /// Of two answers the one that says yes, or the last; of more the last half, to be looked over.
  private func headline(of categories: [CategoryDescription]) -> [String] {
    let yes = categories.first { ["ja", "yes", "1", "true"].contains($0.code) }
    if let yes, categories.count == 2 { return [yes.code] }
    return categories.suffix(max(1, categories.count / 2)).map(\.code)
  }
}

extension DraftCodes {
  fileprivate func fallback(_ value: String) -> String {
    "value-" + DraftCodes.slug(value, else: "x")
  }
}

extension String {
  fileprivate var isWord: Bool { contains(where: \.isLetter) }
}
