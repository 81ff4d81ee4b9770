import SafetyModel

extension StudyCheck {
  /// Values that a margin has no total for, totals of groups in which nobody answered, and numbers
  /// that are none.
  func calibrationProblems() -> [Problem] {
    guard let calibration = study.design.calibration else { return [] }
    let responded = study.design.nonresponse.flatMap { $0.responded(columns) }
    let rows = (0..<table.rowCount).filter { responded?[$0] ?? true }
    return marginSums(calibration.margins)
      + calibration.margins.flatMap { marginProblems($0, rows) }
      + calibration.numbers.compactMap { number -> Problem? in
        guard let column = columns.numbers(number.column) else { return nil }
        return rowsProblem(
          "check.calibrationNumber", rows.filter { !column.values[$0].isFinite },
          at: "design.calibration.numbers.\(number.code)", variable: number.column)
      }
  }

  private func marginProblems(_ margin: CalibrationMargin, _ rows: [Int]) -> [Problem] {
    guard let groups = margin.groups(columns) else { return [] }
    let path = "design.calibration.margins.\(margin.code)"
    let name = margin.columns.joined(separator: " × ")
    var found: [Problem] = []
    if margin.totals.count > 60_000 || margin.totals.isEmpty {
      found.append(problem("check.marginSize", at: path, variable: name))
    }
    let unknown = rows.filter { groups[$0] == 0 }
    if !unknown.isEmpty {
      found.append(
        problem(
          "check.marginValueUnknown", at: path, rows: unknown.prefix(10).map { $0 + 1 },
          variable: name))
    }
    let used = Set(rows.map { groups[$0] })
    let empty = margin.totals.indices.filter { !used.contains($0 + 1) }
    if !empty.isEmpty {
      let values = empty.map { margin.totals[$0].value }.joined(separator: ", ")
      found.append(
        problem("check.marginEmpty", .error, ["values": values], at: path, variable: name))
    }
    return found
  }

  /// Margins of different sizes: no weights can reach them all, and raking would not notice.
  private func marginSums(_ margins: [CalibrationMargin]) -> [Problem] {
    let sums = margins.map { $0.totals.reduce(0) { $0 + $1.total } }
    guard let first = sums.first else { return [] }
    return margins.indices.filter { (sums[$0] - first).magnitude > 1e-6 * first }.map { place in
      problem(
        "check.marginSums", .error,
        [
          "margin": margins[place].code, "sum": sums[place].canonicalText,
          "first": margins[0].code, "firstSum": first.canonicalText,
        ], at: "design.calibration.margins.\(margins[place].code)")
    }
  }
}

extension CalibrationMargin {
  /// For each row the place of its total from 1; 0 where there is none, `nil` without the columns.
  ///
  /// A value is looked up as it stands in the file, or by its label.
  func groups(_ columns: AnswerColumns) -> [Int]? {
    let coded = self.columns.compactMap(columns.column)
    guard coded.count == self.columns.count, !coded.isEmpty else { return nil }
    let places = Dictionary(
      totals.enumerated().map { ($1.value, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    var known: [[Int32]: Int] = [:]
    return (0..<columns.rowCount).map { row in
      let key = coded.map { $0.codes[row] }
      if let place = known[key] { return place }
      let place = Self.keys(zip(coded, key)).lazy.compactMap { places[$0] }.first ?? 0
      known[key] = place
      return place
    }
  }

  /// Every way to write crossed values, by value or label; none when one is missing.
  private static func keys(_ values: Zip2Sequence<[CodedColumn], [Int32]>) -> [String] {
    var keys: [String]?
    for (column, code) in values {
      let texts = [column.distinct[Int(code)], column.labels[Int(code)]].filter { !$0.isEmpty }
      keys = keys.map { keys in keys.flatMap { key in texts.map { "\(key)/\($0)" } } } ?? texts
    }
    return keys ?? []
  }
}

extension StoredAnswers {
  /// Takes along what the weights are calibrated to, for the rows that are kept.
  ///
  /// Those who did not answer weigh nothing, so what their groups and numbers are is no matter.
  mutating func take(
    _ calibration: CalibrationDescription, _ columns: AnswerColumns, rows: [Int]
  ) {
    let responded = responded ?? Array(repeating: true, count: rows.count)
    for margin in calibration.margins {
      guard let groups = margin.groups(columns) else { continue }
      numericColumns[StoredDesign.margin(margin.code)] = zip(rows, responded).map {
        $1 ? Double(groups[$0]) : Double(max(1, groups[$0]))
      }
    }
    for number in calibration.numbers {
      guard let values = columns.numbers(number.column)?.values else { continue }
      numericColumns[StoredDesign.number(number.code)] = zip(rows, responded).map {
        $1 || values[$0].isFinite ? values[$0] : 0
      }
    }
  }
}
