package import SafetyModel

extension StudyCheck {
  /// What is wrong within the study file itself: names that point nowhere, and things said twice.
  package static func references(in document: StudyDocument) -> [Problem] {
    let found =
      document.itemReferences() + document.categoryReferences() + document.indexReferences()
      + document.publicationReferences() + document.designReferences()
    return found.inOrder
  }
}

extension StudyDocument {
  fileprivate func itemReferences() -> [Problem] {
    let topics = study.topics.map(\.code)
    let subjects =
      study.items.map { (path: "items.\($0.code).topic", topic: $0.topic) }
      + study.indices.map { (path: "indices.\($0.code).topic", topic: $0.topic) }
    var found = subjects.filter { !topics.contains($0.topic) }.map { subject in
      unknown("check.unknownTopic", subject.topic, among: topics, at: subject.path)
    }
    if study.items.isEmpty { found.append(problem("check.noItems", at: "items")) }
    let items = Set(study.items.map(\.code))
    for index in study.indices where items.contains(index.code) {
      found.append(
        problem("check.codeTaken", .error, ["value": index.code], at: "indices.\(index.code)"))
    }
    for item in study.items {
      let codes = item.categories.map(\.code)
      let path = "items.\(item.code).headline.categories"
      for (place, code) in item.headline.categories.enumerated() where !codes.contains(code) {
        found.append(
          unknown("check.unknownHeadlineCategory", code, among: codes, at: "\(path).\(place)"))
      }
      found += repeated(item.headline.categories, at: path)
      if Set(codes).isSubset(of: item.headline.categories) {
        found.append(problem("check.headlineIsAll", at: path))
      }
      if codes.count == 1 {
        found.append(problem("check.tooFewCategories", at: "items.\(item.code).categories"))
      }
    }
    return found
  }

  fileprivate func categoryReferences() -> [Problem] {
    let lists =
      study.dimensions.map { ("dimensions.\($0.code).values", $0.values, $0.missing) }
      + study.items.map { ("items.\($0.code).categories", $0.categories, $0.missing) }
    return lists.flatMap { path, categories, missing -> [Problem] in
      var found = repeated(
        categories.map(\.code), "check.duplicateCategory", at: path, isByCode: true)
      if categories.count > 255 {
        found.append(problem("check.tooManyCategories", at: path))
      }
      var owners: [String: String] = [:]
      for (code, values) in categories.map({ ($0.code, $0.fileValues) }) + [("missing", missing)] {
        for value in Set(values).sorted() {
          guard let owner = owners.updateValue(code, forKey: value) else { continue }
          found.append(
            problem(
              "check.overlappingValue", .error,
              ["value": value, "first": owner, "second": code], at: "\(path).\(code)"))
        }
      }
      return found
    }
  }

  fileprivate func publicationReferences() -> [Problem] {
    let subjects = study.items.map(\.code) + study.indices.map(\.code)
    let dimensions = study.dimensions.map(\.code)
    var found = repeated(study.publish.highlights, at: "publish.highlights")
    for (place, code) in study.publish.highlights.enumerated() where !subjects.contains(code) {
      found.append(
        unknown("check.unknownSubject", code, among: subjects, at: "publish.highlights.\(place)"))
    }
    for (place, breakdown) in study.publish.breakdowns.enumerated() {
      let path = "publish.breakdowns.\(place)"
      for code in breakdown where !dimensions.contains(code) {
        found.append(unknown("check.unknownDimension", code, among: dimensions, at: path))
      }
      found += repeated(breakdown, at: path)
      if breakdown.isEmpty { found.append(problem("check.emptyBreakdown", at: path)) }
      if breakdown.count > 2 { found.append(problem("check.breakdownTooDeep", at: path)) }
    }
    let sets = study.publish.breakdowns.map { $0.sorted().joined(separator: " × ") }
    return found + repeated(sets, at: "publish.breakdowns")
  }

  fileprivate func designReferences() -> [Problem] {
    var found: [Problem] = []
    let stages = max(1, study.design.clusterColumns.count)
    if study.design.populationSizeColumns.count > stages {
      found.append(problem("check.tooManyPopulationSizes", at: "design.population-sizes"))
    }
    for role in DimensionRole.allCases where role != .other && role != .background {
      for dimension in study.dimensions.filter({ $0.role == role }).dropFirst() {
        let path = "dimensions.\(dimension.code).role"
        found.append(problem("check.roleTwice", .warning, ["value": role.rawValue], at: path))
      }
    }
    return found
  }

  func unknown(_ key: String, _ value: String, among names: [String], at path: String) -> Problem {
    problem(
      key, .error, ["value": value, "near": namesNear(value, among: names)], at: path)
  }

  /// One problem for each value that stands more than once in a list.
  func repeated(
    _ values: [String], _ key: String = "check.repeated", at path: String, isByCode: Bool = false
  ) -> [Problem] {
    var seen: Set<String> = []
    return values.enumerated().compactMap { place, value in
      guard !seen.insert(value).inserted else { return nil }
      let entry = isByCode ? "\(path).\(value)" : "\(path).\(place)"
      return problem(key, .error, ["value": value], at: entry)
    }
  }
}
