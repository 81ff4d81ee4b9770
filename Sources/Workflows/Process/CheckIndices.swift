import SafetyModel

extension StudyDocument {
  /// An index adds positions on scales, so its items must share one scale.
  func indexReferences() -> [Problem] {
    let items = Dictionary(study.items.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    return study.indices.flatMap { index -> [Problem] in
      let path = "indices.\(index.code).items"
      var found = repeated(index.items, at: path)
      for (place, code) in index.items.enumerated() where items[code] == nil {
        found.append(
          unknown(
            "check.unknownItem", code, among: study.items.map(\.code), at: "\(path).\(place)"))
      }
      let known = index.items.compactMap { items[$0] }
      return found + scaleProblems(known, at: path) + scoreProblems(index, known)
    }
  }

  /// Every answer needs a score.
  private func scoreProblems(_ index: IndexDescription, _ items: [ItemDescription]) -> [Problem] {
    guard let scores = index.scores, let count = items.first?.categories.count,
      count != scores.count
    else { return [] }
    return [
      problem(
        "check.indexScores", .error,
        ["scores": String(scores.count), "categories": String(count)],
        at: "indices.\(index.code).scores")
    ]
  }

  private func scaleProblems(_ items: [ItemDescription], at path: String) -> [Problem] {
    guard let first = items.first else { return [] }
    var found: [Problem] = []
    if Set(items.map(\.categories.count)).count > 1 {
      let counts = items.map { "\($0.code) (\($0.categories.count))" }.joined(separator: ", ")
      found.append(problem("check.indexScales", .error, ["items": counts], at: path))
    }
    let codes = first.categories.map(\.code)
    for item in items.dropFirst() where item.categories.map(\.code) != codes {
      guard Set(item.categories.map(\.code)) == Set(codes) else { continue }
      found.append(problem("check.indexReversed", .error, ["value": item.code], at: path))
    }
    if Set(items.map(\.direction)).count > 1 {
      let directions = items.map { "\($0.code) (\($0.direction.rawValue))" }
      found.append(
        problem(
          "check.indexDirections", .warning, ["items": directions.joined(separator: ", ")],
          at: path))
    }
    return found
  }
}
