import SafetyModel
import Workflows

/// Reads values out of a YAML tree and collects everything that is wrong on the way.
///
/// A value that is missing or wrong becomes a problem and an empty value in its place; whoever
/// reads a form throws the problems at the end and never hands on what was filled in.
final class YamlForm {
  let file: String
  private(set) var problems: [Problem] = []
  /// Where each entry stands, by its path with points.
  private(set) var positions: [String: SourcePosition] = [:]

  init(file: String) { self.file = file }

  func report(_ key: String, _ arguments: [String: String] = [:], at position: SourcePosition) {
    problems.append(Problem(key, arguments: arguments, file: file, position: position))
  }

  /// A problem that was found in a file that this one names.
  func add(_ problem: Problem) { problems.append(problem) }

  func note(_ position: SourcePosition, of path: String) { positions[path] = position }

  /// The whole file as a section with the known keys.
  func root(_ node: YamlNode, keys: [String]) -> YamlSection {
    section(node, path: "", position: node.position, keys: keys)
  }

  /// A mapping with the known keys; anything else is reported and read as an empty mapping.
  func section(_ node: YamlNode, path: String, position: SourcePosition, keys: [String])
    -> YamlSection
  {
    var pairs: [String: YamlPair] = [:]
    for pair in self.pairs(node, path: path, position: position) {
      if !keys.contains(pair.key) { reportUnknown(pair, in: path, known: keys) }
      pairs[pair.key] = pair
      note(pair.position, of: path.isEmpty ? pair.key : "\(path).\(pair.key)")
    }
    return YamlSection(form: self, path: path, position: position, pairs: pairs)
  }

  /// The lines of a mapping in order, each key once.
  func pairs(_ node: YamlNode, path: String, position: SourcePosition) -> [YamlPair] {
    guard case .mapping(let pairs) = node.content else {
      let place = if case .text = node.content { node.position } else { position }
      report("yaml.notAMapping", ["key": path.isEmpty ? file : path], at: place)
      return []
    }
    var seen: Set<String> = []
    return pairs.filter { pair in
      if seen.insert(pair.key).inserted { return true }
      report("yaml.duplicateKey", ["key": pair.key], at: pair.keyPosition)
      return false
    }
  }

  private func reportUnknown(_ pair: YamlPair, in path: String, known: [String]) {
    let near = nearestNames(to: pair.key, among: known)
    var arguments = ["key": pair.key, "known": known.joined(separator: ", ")]
    arguments["near"] = near.first
    report(
      near.isEmpty ? "yaml.unknownKey" : "yaml.unknownKeyNear", arguments, at: pair.keyPosition)
  }
}
