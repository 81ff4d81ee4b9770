import SafetyModel

extension YamlSection {
  /// Texts in a row; a single text stands for a list of one.
  func texts(_ key: String) -> [String] {
    guard let pair = pair(key) else { return [] }
    return form.texts(pair.value, path: path(of: key), position: pair.position)
  }

  /// Texts in a row, at least one.
  func requiredTexts(_ key: String) -> [String] {
    guard required(key) != nil else { return [] }
    let texts = texts(key)
    if texts.isEmpty { report("yaml.emptyList", at: key) }
    return texts
  }

  /// The parts of a list with their paths, such as `publish.breakdowns.0`.
  func parts(_ key: String) -> [(path: String, node: YamlNode)] {
    guard let pair = pair(key) else { return [] }
    guard case .list(let nodes) = pair.value.content else {
      report("yaml.notAList", at: key)
      return []
    }
    return nodes.enumerated().map { index, node in
      let path = "\(path(of: key)).\(index)"
      form.note(node.position, of: path)
      return (path, node)
    }
  }

  /// A mapping within this one; `nil` when it is absent.
  func section(_ key: String, keys: [String]) -> YamlSection? {
    guard let pair = pair(key) else { return nil }
    return form.section(pair.value, path: path(of: key), position: pair.position, keys: keys)
  }

  /// A mapping within this one that must be there.
  func requiredSection(_ key: String, keys: [String]) -> YamlSection? {
    guard required(key) != nil else { return nil }
    return section(key, keys: keys)
  }

  /// The entries of a mapping whose keys are codes that the writer of the file chose.
  func entries(_ key: String, codes: YamlCode.Kind) -> [YamlEntry] {
    guard let pair = pair(key) else { return [] }
    let path = path(of: key)
    return form.pairs(pair.value, path: path, position: pair.position).compactMap { entry in
      guard YamlCode.check(entry.key, codes, in: form, at: entry.keyPosition) else { return nil }
      let entryPath = "\(path).\(entry.key)"
      form.note(entry.position, of: entryPath)
      return YamlEntry(code: entry.key, path: entryPath, pair: entry)
    }
  }

  /// Words in one or several languages: `{sv: Trygghet, en: Safety}`.
  func words(_ key: String) -> LocalisedText {
    guard let pair = required(key) else { return LocalisedText([:]) }
    return form.words(pair, path: path(of: key))
  }

  func optionalWords(_ key: String) -> LocalisedText? {
    pair(key).map { form.words($0, path: path(of: key)) }
  }
}

/// An entry under a code that the writer of the file chose.
struct YamlEntry {
  let code: String
  let path: String
  let pair: YamlPair

  func section(in form: YamlForm, keys: [String]) -> YamlSection {
    form.section(pair.value, path: path, position: pair.keyPosition, keys: keys)
  }
}

extension YamlForm {
  func texts(_ node: YamlNode, path: String, position: SourcePosition) -> [String] {
    switch node.content {
    case .text(let text): return [text]
    case .nothing: return [""]
    case .mapping:
      report("yaml.notAList", ["key": path], at: position)
      return []
    case .list(let nodes):
      return nodes.enumerated().compactMap { index, node in
        note(node.position, of: "\(path).\(index)")
        switch node.content {
        case .text(let text): return text
        case .nothing: return ""
        case .list, .mapping:
          report("yaml.notText", ["key": path], at: node.position)
          return nil
        }
      }
    }
  }

  func words(_ pair: YamlPair, path: String) -> LocalisedText {
    if case .text(let text) = pair.value.content {
      report("yaml.noLanguage", ["key": path, "value": text], at: pair.position)
      return LocalisedText([:])
    }
    var values: [String: String] = [:]
    for word in pairs(pair.value, path: path, position: pair.position) {
      guard (2...3).contains(word.key.utf8.count),
        word.key.utf8.allSatisfy({ (97...122).contains($0) })
      else {
        report("yaml.unknownLanguage", ["key": path, "value": word.key], at: word.keyPosition)
        continue
      }
      guard case .text(let text) = word.value.content, !text.allSatisfy(\.isWhitespace) else {
        report("yaml.emptyWords", ["key": "\(path).\(word.key)"], at: word.position)
        continue
      }
      values[word.key] = text
    }
    if case .mapping(let all) = pair.value.content, all.isEmpty {
      report("yaml.emptyWords", ["key": path], at: pair.position)
    }
    return LocalisedText(values)
  }
}
