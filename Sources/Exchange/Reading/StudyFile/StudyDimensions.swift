import SafetyModel

extension YamlSection {
  func dimensions() -> [DimensionDescription] {
    entries("dimensions", codes: .address).map { entry in
      let section = entry.section(
        in: form, keys: ["column", "role", "label", "values", "missing"])
      return DimensionDescription(
        code: entry.code, column: section.text("column"),
        role: section.choice("role", of: DimensionRole.self) ?? .other,
        label: section.words("label"), values: section.categories("values"),
        missing: section.texts("missing"))
    }
  }

  func topics() -> [TopicDescription] {
    entries("topics", codes: .address).map { entry in
      TopicDescription(code: entry.code, label: form.words(entry.pair, path: entry.path))
    }
  }

  /// The values of a dimension or the answers to an item, in the order that they are shown in.
  func categories(_ key: String) -> [CategoryDescription] {
    guard required(key) != nil else { return [] }
    let parts = parts(key)
    if parts.isEmpty, case .list? = pair(key)?.value.content { report("yaml.emptyList", at: key) }
    return parts.map { part in
      let section = form.section(
        part.node, path: part.path, position: part.node.position,
        keys: ["code", "values", "label"])
      let code = section.code("code")
      form.note(part.node.position, of: "\(path(of: key)).\(code)")
      return CategoryDescription(
        code: code, label: section.words("label"), fileValues: section.requiredTexts("values"))
    }
  }
}
