import SafetyModel

extension StudyCheck {
  /// Most unknown values to tell of one variable: beyond that it is free text or a number.
  private static let mostUnknownValues = 10

  /// Values that the study doesn't know, categories that nobody has, items without answers.
  func answerProblems() -> [Problem] {
    let dimensions = study.dimensions.flatMap { dimension in
      problems(
        of: dimension.column, dimension.values, dimension.missing,
        at: "dimensions.\(dimension.code)", listKey: "values")
    }
    let items = study.items.flatMap { item in
      problems(
        of: item.column, item.categories, item.missing, at: "items.\(item.code)",
        listKey: "categories")
    }
    return dimensions + items
  }

  private func problems(
    of name: String, _ categories: [CategoryDescription], _ missing: [String], at path: String,
    listKey: String
  ) -> [Problem] {
    guard let column = columns.column(name) else { return [] }
    let coding = Coding(column, categories: categories, missing: missing)
    let counts = column.counts
    var found = unknownValues(coding.unknown, counts, column, name, at: "\(path).\(listKey)")
    var used = [Bool](repeating: false, count: 256)
    for place in coding.bytes.indices where counts[place] > 0 {
      used[Int(coding.bytes[place])] = true
    }
    if used.dropFirst().allSatisfy({ !$0 }), found.isEmpty {
      return [problem("check.noAnswers", at: "\(path).column", variable: name)]
    }
    for (place, category) in categories.prefix(255).enumerated() where !used[place + 1] {
      found.append(
        problem(
          "check.unusedCategory", .warning, ["value": category.code],
          at: "\(path).\(listKey).\(category.code)", variable: name))
    }
    return found
  }

  /// Tells the most common unknown values, and how many more there are.
  private func unknownValues(
    _ unknown: [Int], _ counts: [Int], _ column: CodedColumn, _ name: String, at path: String
  ) -> [Problem] {
    let present = unknown.filter { counts[$0] > 0 }.sorted { counts[$0] > counts[$1] }
    var found = present.prefix(Self.mostUnknownValues).map { place in
      var wanted = [Bool](repeating: false, count: column.distinct.count)
      wanted[place] = true
      return problem(
        "check.unlabelled", .error,
        ["value": shortened(column.distinct[place]), "count": String(counts[place])], at: path,
        rows: column.firstRows(where: wanted), variable: name)
    }
    let rest = present.dropFirst(Self.mostUnknownValues)
    if !rest.isEmpty {
      found.append(
        problem(
          "check.moreUnlabelled", .error, ["count": String(rest.count)], at: path, variable: name))
    }
    return found
  }

  /// Long enough to recognise a code or a label, too short to tell what a person wrote.
  private func shortened(_ value: String) -> String {
    value.count > 40 ? value.prefix(40) + "…" : value
  }

  /// Numbers to be cut that are no numbers, or that lie outside the edges.
  func derivedProblems() -> [Problem] {
    study.derived.flatMap { variable -> [Problem] in
      guard case .cut(let name, let edges) = variable.rule, let first = edges.first,
        let last = edges.last, let column = columns.numbers(name)
      else { return [] }
      let path = "derived.\(variable.name).cut.column"
      let outside = column.values.indices.filter {
        column.values[$0] < first || column.values[$0] >= last
      }
      return [
        rowsProblem("check.notANumber", column.notNumbers, at: path, variable: name),
        rowsProblem("check.outsideEdges", outside, .warning, at: path, variable: name),
      ].compactMap { $0 }
    }
  }

  /// A problem with rows, given from 0; `nil` when there are none.
  func rowsProblem(
    _ key: String, _ rows: [Int], _ severity: Problem.Severity = .error, at path: String,
    variable: String
  ) -> Problem? {
    guard !rows.isEmpty else { return nil }
    return problem(
      key, severity, ["count": String(rows.count)], at: path,
      rows: rows.prefix(10).map { $0 + 1 }, variable: variable)
  }

  /// Respondents that are there twice.
  ///
  /// Ids point at persons, so only rows are told.
  func idProblems() -> [Problem] {
    guard let name = study.data.idColumn, let column = columns.column(name) else { return [] }
    var seen = [Bool](repeating: false, count: column.distinct.count)
    var again: [Int] = []
    var missing: [Int] = []
    for (row, code) in column.codes.enumerated() {
      if column.isMissing[Int(code)] {
        missing.append(row)
      } else if seen[Int(code)] {
        again.append(row)
      }
      seen[Int(code)] = true
    }
    return [
      rowsProblem("check.duplicateIds", again, at: "data.id", variable: name),
      rowsProblem("check.idMissing", missing, .warning, at: "data.id", variable: name),
    ].compactMap { $0 }
  }
}
