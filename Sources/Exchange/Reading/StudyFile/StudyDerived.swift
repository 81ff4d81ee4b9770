import SafetyModel
import Workflows

extension YamlSection {
  func derivedVariables() -> [DerivedVariable] {
    entries("derived", codes: .column).compactMap { entry in
      let section = entry.section(in: form, keys: ["recode", "cut", "any", "all"])
      let given = ["recode", "cut", "any", "all"].filter(section.has)
      guard let kind = given.first, given.count == 1 else {
        form.report("study.oneRule", ["key": entry.path], at: entry.pair.keyPosition)
        return nil
      }
      return section.rule(kind).map { DerivedVariable(name: entry.code, rule: $0) }
    }
  }

  private func rule(_ kind: String) -> DerivedVariable.Rule? {
    switch kind {
    case "recode": recode()
    case "cut": cut()
    case "any": combination("any").map { .any(columns: $0.columns, values: $0.values) }
    default: combination("all").map { .all(columns: $0.columns, values: $0.values) }
    }
  }

  private func recode() -> DerivedVariable.Rule? {
    guard let section = section("recode", keys: ["column", "to"]) else { return nil }
    let column = section.text("column")
    guard section.required("to") != nil else { return nil }
    let lines = section.parts("to").map { part in
      let line = form.section(
        part.node, path: part.path, position: part.node.position, keys: ["from", "to"])
      return RecodedValue(from: line.requiredTexts("from"), to: line.text("to"))
    }
    return .recode(column: column, to: lines)
  }

  private func cut() -> DerivedVariable.Rule? {
    guard let section = section("cut", keys: ["column", "edges"]) else { return nil }
    let texts = section.requiredTexts("edges")
    let edges = texts.compactMap { Double(plainNumber: $0) }
    let isRising = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
    if !texts.isEmpty, edges.count != texts.count || edges.count < 2 || !isRising {
      section.report("study.edgesNotRising", at: "edges")
    }
    return .cut(column: section.text("column"), edges: edges)
  }

  private func combination(_ key: String) -> (columns: [String], values: [String])? {
    guard let section = section(key, keys: ["columns", "values"]) else { return nil }
    return (section.requiredTexts("columns"), section.requiredTexts("values"))
  }
}
