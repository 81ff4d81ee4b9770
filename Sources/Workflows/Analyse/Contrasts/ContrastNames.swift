import SafetyModel

/// Finds in a study what the names of a contrast stand for.
package struct ContrastNames {
  /// A value of a dimension.
  package struct Value: Hashable, Sendable {
    let dimension: String
    let code: String
  }

  let codebook: Codebook
  /// The dimensions that a name is first looked for in: those that figures are told by.
  let preferred: [PublishedDimension]
  let fault: ContrastFault

  /// The values that make up a group; none for everyone.
  func values(of group: [Contrast.Part]) throws -> [Value] {
    if group.count == 1, isEveryone(group[0]) { return [] }
    var values: [Value] = []
    for part in group {
      let value = try value(of: part)
      guard !values.contains(where: { $0.dimension == value.dimension }) else {
        throw fault.problem(
          "sameDimension", column: part.value.column,
          ["group": part.value.text, "dimension": value.dimension])
      }
      values.append(value)
    }
    // The order that a group is written in makes no other group.
    return values.sorted { $0.dimension < $1.dimension }
  }

  /// The subject's answer that a name stands for.
  func category(_ name: Contrast.Name, of subject: PublishedSubject) throws -> LabelledCode {
    guard let category = subject.categories.first(where: { isCalled(name, $0.code, $0.label) })
    else {
      throw fault.problem(
        "unknownCategory", column: name.column,
        [
          "category": name.text, "item": subject.code,
          "near": namesNear(name.text, among: subject.categories.map(\.code)),
        ])
    }
    return category
  }

  private func isEveryone(_ part: Contrast.Part) -> Bool {
    part.dimension == nil && !part.value.isQuoted && part.value.text == "everyone"
      && found(part.value, in: codebook.dimensions).isEmpty
  }

  private func value(of part: Contrast.Part) throws -> Value {
    let dimensions = try part.dimension.map { [try dimension($0)] }
    var values = found(part.value, in: dimensions ?? preferred)
    if values.isEmpty, dimensions == nil { values = found(part.value, in: codebook.dimensions) }
    guard let value = values.first else {
      throw unknown(part.value, in: dimensions ?? codebook.dimensions)
    }
    guard values.count == 1 else {
      throw fault.problem(
        "ambiguousGroup", column: part.value.column,
        [
          "group": part.value.text,
          "dimensions": values.map { "\($0.dimension)=\($0.code)" }.joined(separator: ", "),
        ])
    }
    return value
  }

  private func found(_ name: Contrast.Name, in dimensions: [PublishedDimension]) -> [Value] {
    dimensions.flatMap { dimension in
      dimension.values.filter { isCalled(name, $0.code, $0.label) }
        .map { Value(dimension: dimension.code, code: $0.code) }
    }
  }

  private func dimension(_ name: Contrast.Name) throws -> PublishedDimension {
    let known = codebook.dimensions
    guard let dimension = known.first(where: { isCalled(name, $0.code, $0.label) }) else {
      throw fault.problem(
        "unknownDimension", column: name.column,
        ["dimension": name.text, "near": namesNear(name.text, among: known.map(\.code))])
    }
    return dimension
  }

  /// Names the groups that resemble the name: by their codes, or by the labels of a quoted one.
  private func unknown(_ name: Contrast.Name, in dimensions: [PublishedDimension]) -> Problems {
    let values = dimensions.flatMap(\.values)
    let labels = name.isQuoted ? values.flatMap { $0.label.values.values } : []
    let near = nearestNames(to: name.text, among: values.map(\.code) + labels)
    return fault.problem(
      "unknownGroup", column: name.column,
      [
        "group": name.text,
        "near": near.isEmpty
          ? namesNear(name.text, among: values.map(\.code)) : near.joined(separator: ", "),
      ])
  }

  /// By its code, or in quotes by its label in any language.
  private func isCalled(_ name: Contrast.Name, _ code: String, _ label: LocalisedText) -> Bool {
    code == name.text || (name.isQuoted && label.values.values.contains(name.text))
  }
}
