import SafetyModel

extension StudyCheck {
  /// Values that a margin has no total for, and totals of groups in which nobody answered.
  func calibrationProblems() -> [Problem] {
    marginSums()
      + study.design.calibration.flatMap { margin -> [Problem] in
        guard let column = columns.column(margin.column) else { return [] }
        let path = "design.calibration.\(margin.code)"
        let places = margin.places(of: column)
        let unknown = column.codes.indices.filter { places[Int(column.codes[$0])] == 0 }
        let used = Set(column.codes.map { places[Int($0)] })
        let empty = margin.totals.indices.filter { !used.contains(UInt8($0 + 1)) }
          .map { margin.totals[$0].value }
        var found: [Problem] = []
        if margin.totals.count > 255 || margin.totals.isEmpty {
          found.append(problem("check.marginSize", at: path, variable: margin.column))
        }
        if !unknown.isEmpty {
          found.append(
            problem(
              "check.marginValueUnknown", at: path, rows: unknown.prefix(10).map { $0 + 1 },
              variable: margin.column))
        }
        if !empty.isEmpty {
          found.append(
            problem(
              "check.marginEmpty", .error, ["values": empty.joined(separator: ", ")], at: path,
              variable: margin.column))
        }
        return found
      }
  }

  /// Margins of different sizes: no weights can reach them all, and raking would not notice.
  private func marginSums() -> [Problem] {
    let margins = study.design.calibration
    let sums = margins.map { $0.totals.reduce(0) { $0 + $1.total } }
    guard let first = sums.first else { return [] }
    return margins.indices.filter { (sums[$0] - first).magnitude > 1e-6 * first }.map { place in
      problem(
        "check.marginSums", .error,
        [
          "margin": margins[place].code, "sum": sums[place].canonicalText,
          "first": margins[0].code, "firstSum": first.canonicalText,
        ], at: "design.calibration.\(margins[place].code)")
    }
  }
}

extension CalibrationMargin {
  /// For each distinct value of a column the place of its total from 1; 0 where there is none.
  func places(of column: CodedColumn) -> [UInt8] {
    column.distinct.indices.map { place in
      let texts = [column.distinct[place], column.labels[place]]
      let found = totals.firstIndex { total in
        !total.value.isEmpty && texts.contains(total.value)
      }
      return found.map { UInt8(clamping: $0 + 1) } ?? 0
    }
  }

  /// The group of each row, and for each row the size of its group.
  func stored(_ column: CodedColumn, rows: [Int]) -> (groups: StoredCodes, sizes: [Double]) {
    let places = places(of: column)
    let codes = rows.map { places[Int(column.codes[$0])] }
    return (
      StoredCodes(categories: totals.map(\.value), codes: codes),
      codes.map { $0 > 0 ? totals[Int($0) - 1].total : .nan }
    )
  }
}
