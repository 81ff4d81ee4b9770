import SafetyModel

/// Finds the figure that stands written in a contrast.
struct ContrastResolver {
  let names: ContrastNames
  let source: any ContrastSource

  /// The figure, about a subject when it does not say so.
  func figure(
    _ figure: Contrast.Figure, of subject: EstimateNumbers.Number?
  ) throws -> ContrastFigure {
    ContrastFigure(
      number: try number(figure, subject), group: try names.values(of: figure.group),
      year: try year(figure.wave))
  }

  private func number(
    _ figure: Contrast.Figure, _ subject: EstimateNumbers.Number?
  ) throws -> EstimateNumbers.Number {
    guard let name = figure.subject else {
      guard let subject else { throw unknown(Contrast.Name(text: "", column: 1)) }
      return subject
    }
    let found = names.codebook.subject(name.text)
    guard let category = figure.category else {
      if let found { return .subject(found) }
      guard source.own.analysis.answers.numericColumns["variable.\(name.text)"] != nil else {
        throw unknown(name)
      }
      return .variable(name.text)
    }
    guard let found, found.kind == .item else {
      throw names.fault.problem("notAnItem", column: name.column, ["subject": name.text])
    }
    return .category(found, code: try names.category(category, of: found).code)
  }

  private func unknown(_ name: Contrast.Name) -> Problems {
    names.fault.problem(
      "unknownSubject", column: name.column,
      [
        "subject": name.text,
        "near": namesNear(name.text, among: names.codebook.subjects.map(\.code)),
      ])
  }

  private func year(_ name: Contrast.Name?) throws -> Int? {
    guard let name else { return source.impliedYear }
    let years = source.years
    guard let year = years.first(where: { String($0) == name.text }) else {
      throw names.fault.problem(
        "unknownWave", column: name.column,
        ["wave": name.text, "known": years.map(String.init).joined(separator: ", ")])
    }
    return year
  }
}
