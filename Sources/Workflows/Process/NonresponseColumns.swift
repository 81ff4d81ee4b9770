import SafetyModel

extension StudyCheck {
  /// Drawn persons without a class, classes in which nobody answered, and nobody to adjust for.
  func nonresponseProblems() -> [Problem] {
    guard let nonresponse = study.design.nonresponse,
      let responded = nonresponse.responded(columns)
    else { return [] }
    let path = "design.nonresponse"
    let count = responded.count { $0 }
    if count == 0 || count == responded.count {
      let all = count == 0 ? "check.nobodyResponded" : "check.everyoneResponded"
      return [problem(all, count == 0 ? .error : .warning, at: path, variable: nonresponse.column)]
    }
    var found = nonresponse.by.enumerated().compactMap { place, name -> Problem? in
      guard let column = columns.column(name) else { return nil }
      let missing = column.codes.indices.filter { column.isMissing[Int(column.codes[$0])] }
      return rowsProblem(
        "check.nonresponseMissing", missing, at: "\(path).by.\(place)", variable: name)
    }
    guard found.isEmpty, nonresponse.method == .classes,
      let classes = nonresponse.classes(columns)
    else { return found }
    let answered = Set(zip(classes.codes, responded).filter(\.1).map(\.0))
    let empty = classes.names.indices.filter { !answered.contains(Int32($0)) }
      .map { classes.names[$0] }
    if !empty.isEmpty {
      let names = empty.prefix(10).joined(separator: ", ")
      found.append(problem("check.nonresponseEmptyClass", .error, ["classes": names], at: path))
    }
    return found
  }
}

extension NonresponseDescription {
  /// Whether each row answered, by value or label; `nil` without the column.
  func responded(_ columns: AnswerColumns) -> [Bool]? {
    guard let column = columns.column(self.column) else { return nil }
    let isAnswer = column.distinct.indices.map { place in
      values.contains(column.distinct[place])
        || !column.labels[place].isEmpty && values.contains(column.labels[place])
    }
    return column.codes.map { isAnswer[Int($0)] }
  }

  /// The crossed class of each row; `nil` without the columns.
  func classes(_ columns: AnswerColumns) -> CrossedColumn? {
    let coded = by.compactMap(columns.column)
    guard coded.count == by.count, !coded.isEmpty else { return nil }
    return CrossedColumn(coded, rowCount: columns.rowCount)
  }
}

extension StoredAnswers {
  /// Takes along who answered and what that is explained by, for the rows that are kept.
  mutating func take(
    _ nonresponse: NonresponseDescription, _ columns: AnswerColumns, rows: [Int]
  ) {
    guard let responded = nonresponse.responded(columns) else { return }
    numericColumns[StoredDesign.responded] = rows.map { responded[$0] ? 1 : 0 }
    let explaining: [[Int32]] =
      switch nonresponse.method {
      case .classes: [nonresponse.classes(columns)?.codes].compactMap(\.self)
      case .propensity:
        nonresponse.by.compactMap(columns.column).map {
          CrossedColumn([$0], rowCount: columns.rowCount).codes
        }
      }
    for (place, codes) in explaining.enumerated() {
      numericColumns[StoredDesign.explaining(place)] = rows.map { Double(codes[$0] + 1) }
    }
  }
}
