package import SafetyModel

/// What can still be said of a study when parts of its file have the wrong form.
///
/// Such a part stands empty in the study or not at all. What is found wrong in the same entry, or
/// by looking for a name in a section with a fault, may only follow from that, and isn't told.
package struct FaultyForm {
  private let starts: [Int]
  private let faultyStarts: Set<Int>
  private let faultySections: Set<String>
  private let derivedNames: Set<String>

  package init(_ document: StudyDocument) {
    let entries = document.positions.filter { $0.key.split(separator: ".").count <= 2 }
    let starts = Set(entries.values.map(\.line)).sorted()
    let faultyLines = document.formProblems.compactMap(\.position?.line)
    let sections = document.positions.filter { !$0.key.contains(".") }
    self.starts = starts
    derivedNames = Set(document.study.derived.map(\.name))
    faultyStarts = Set(faultyLines.compactMap { line in starts.last { $0 <= line } })
    let absent = document.formProblems.filter { $0.key == "yaml.missingTopKey" }
    faultySections = Set(
      faultyLines.compactMap { line in
        sections.filter { $0.value.line <= line }.max { $0.value.line < $1.value.line }?.key
      } + absent.compactMap { $0.arguments["key"] })
  }

  /// Whether nothing is wrong in the form of a section such as `data`.
  package func isSound(_ section: String) -> Bool { !faultySections.contains(section) }

  /// Whether a problem would be there even if the form were right.
  package func standsByItself(_ problem: Problem) -> Bool {
    guard !faultySections.isEmpty else { return true }
    guard Self.sections(lookedUpFor: problem.key).allSatisfy(isSound) else { return false }
    if let name = problem.variable, derivedNames.contains(name), !isSound("derived") {
      return false
    }
    guard let line = problem.position?.line, let start = starts.last(where: { $0 <= line }) else {
      return false
    }
    return !faultyStarts.contains(start)
  }

  /// The sections where names are looked up before a problem of this kind is told.
  private static func sections(lookedUpFor key: String) -> [String] {
    switch key {
    case "check.unknownTopic": ["topics"]
    case "check.unknownColumn", "check.circularDerived": ["derived"]
    case "check.unknownItem", "check.indexScales", "check.indexReversed", "check.indexDirections":
      ["items"]
    case "check.unknownSubject": ["items", "indices"]
    case "check.unknownDimension", "check.areasWithoutDimension", "check.geometryWithoutArea":
      ["dimensions"]
    default: []
    }
  }
}
