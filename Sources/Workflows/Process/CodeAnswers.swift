import NumericKernels
package import SafetyModel

/// The coded answers of a survey with what is worth knowing about them.
package struct CodedAnswers: Sendable {
  package var answers: StoredAnswers
  /// Rows without a weight, which the study said to leave out.
  package var leftOutCount: Int
  package var warnings: [Problem]
  /// Who each row is, when it was asked for; never stored.
  package var persons: [String]?
  /// What is known of everyone who was drawn, when it was asked for.
  package var frame: [CodedFrameVariable] = []
}

/// Turns a checked data file into coded answers: one byte an answer, no identifiers.
///
/// Rows are shuffled so that a row of the result points at nobody; the same seed gives the same
/// order, so that the same file gives the same answers to the byte.
package struct CodeAnswers: Sendable {
  let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// Codes the answers, or throws everything that is wrong with them.
  ///
  /// Variables that the study does not describe are taken along as numbers when they are named:
  /// `variable.NAME`, for an analyst's own estimates. So is who the rows are, when the column that
  /// tells it is named.
  package func coded(
    _ input: StudyInput, variables: [String] = [], persons: String? = nil,
    frame: [String] = []
  ) throws -> CodedAnswers {
    let check = StudyCheck(input)
    let problems = check.problems()
    if problems.contains(where: { $0.severity == .error }) { throw Problems(problems) }
    let design = DesignColumns(check.study.design, columns: check.columns)
    let rows = shuffled(design.weightedRows)
    let coded = codedColumns(check.study, check.columns, rows)
    var answers = StoredAnswers(
      rowCount: rows.count, weights: rows.map { design.weights[$0] },
      strata: design.strata.map { strata in rows.map { strata.codes[$0] } },
      primaryUnits: design.primaryUnits.map { units in rows.map { units.codes[$0] } },
      populationSizes: design.populationSizes.map { sizes in rows.map { sizes.values[$0] } },
      lonelyUnit: check.study.design.lonelyUnit, codedColumns: coded,
      numericColumns: indexColumns(check.study, coded, rowCount: rows.count))
    try take(design, check, rows, in: &answers)
    for name in variables {
      let values = try numbers(name, check.columns, file: input.table.file)
      answers.numericColumns["variable.\(name)"] = rows.map { values[$0] }
    }
    let names = try persons.map { try texts($0, check.columns, file: input.table.file) }
    return CodedAnswers(
      answers: answers, leftOutCount: input.table.rowCount - rows.count, warnings: problems,
      persons: names.map { names in rows.map { names[$0] } },
      frame: try CodedFrameVariable.coded(
        frame, check.columns, rows: rows, file: input.table.file))
  }

  /// What is done with the weights, and the later stages.
  private func take(
    _ design: DesignColumns, _ check: StudyCheck, _ rows: [Int], in answers: inout StoredAnswers
  ) throws {
    let description = check.study.design
    var stored = StoredDesign(
      includesLonelyInDomains: description.includesLonelyInDomains,
      nonresponse: description.nonresponse, trimming: description.trimming,
      calibration: description.calibration)
    // A later stage adds to the variance only below stages without replacement.
    if description.populationSizeColumns.count > 1 {
      stored.stageCount = description.clusterColumns.count
      for (place, stage) in design.laterStages.enumerated() {
        answers.numericColumns[StoredDesign.unit(place + 2)] = rows.map {
          Double(stage.units.codes[$0])
        }
        if let sizes = stage.populationSizes {
          answers.numericColumns[StoredDesign.size(place + 2)] = rows.map { sizes.values[$0] }
        }
      }
    }
    if let nonresponse = description.nonresponse {
      answers.take(nonresponse, check.columns, rows: rows)
    }
    if let calibration = description.calibration {
      answers.take(calibration, check.columns, rows: rows)
    }
    try answers.store(stored)
  }

  private func texts(
    _ name: String, _ columns: AnswerColumns, file: String
  ) throws -> [String] {
    guard let column = columns.column(name) else {
      throw unknown(name, columns, file: file)
    }
    return column.codes.map { column.isMissing[Int($0)] ? "" : column.distinct[Int($0)] }
  }

  private func unknown(_ name: String, _ columns: AnswerColumns, file: String) -> Problems {
    Problems([
      Problem(
        "command.unknownVariable",
        arguments: ["name": name, "known": columns.names.sorted().joined(separator: ", ")],
        file: file)
    ])
  }

  private func numbers(
    _ name: String, _ columns: AnswerColumns, file: String
  ) throws -> [Double] {
    guard let column = columns.numbers(name) else {
      throw unknown(name, columns, file: file)
    }
    guard column.notNumbers.isEmpty else {
      let rows = column.notNumbers.prefix(10).map { $0 + 1 }
      throw Problems([
        Problem("command.variableNotANumber", file: file, rows: rows, variable: name)
      ])
    }
    return column.values
  }

  private func codedColumns(_ study: Study, _ columns: AnswerColumns, _ rows: [Int])
    -> [String: StoredCodes]
  {
    var result: [String: StoredCodes] = [:]
    for item in study.items {
      result["item.\(item.code)"] = stored(
        columns.column(item.column), item.categories, item.missing, rows)
    }
    for dimension in study.dimensions {
      result["dimension.\(dimension.code)"] = stored(
        columns.column(dimension.column), dimension.values, dimension.missing, rows)
    }
    return result
  }

  private func stored(
    _ column: CodedColumn?, _ categories: [CategoryDescription], _ missing: [String],
    _ rows: [Int]
  ) -> StoredCodes? {
    guard let column else { return nil }
    let coding = Coding(column, categories: categories, missing: missing)
    return StoredCodes(
      categories: categories.map(\.code),
      codes: rows.map { coding.bytes[Int(column.codes[$0])] })
  }

  private func indexColumns(_ study: Study, _ coded: [String: StoredCodes], rowCount: Int)
    -> [String: [Double]]
  {
    var result: [String: [Double]] = [:]
    for index in study.indices {
      let items = index.items.compactMap { coded["item.\($0)"] }
      result["index.\(index.code)"] = index.values(of: items, rowCount: rowCount)
    }
    return result
  }

  /// Fisher and Yates, spelt out: the library's may change between releases.
  private func shuffled(_ rows: [Int]) -> [Int] {
    var rows = rows
    var random = SeededRandom(seed: seed)
    for place in rows.indices.reversed() where place > 0 {
      rows.swapAt(place, random.uniform(below: place + 1))
    }
    return rows
  }
}

extension IndexDescription {
  /// The mean score of the answered items on 0…scaleMax; NaN when too few are answered.
  func values(of items: [StoredCodes], rowCount: Int) -> [Double] {
    (0..<rowCount).map { row in
      var sum = 0.0
      var answered = 0
      for item in items where item.codes[row] > 0 {
        let place = Int(item.codes[row]) - 1
        sum += scores.map { place < $0.count ? $0[place] : .nan } ?? Double(place) / steps(of: item)
        answered += 1
      }
      guard answered >= max(1, minimumAnswered) else { return .nan }
      return sum / Double(answered) * (scores == nil ? scaleMax : 1)
    }
  }

  private func steps(of item: StoredCodes) -> Double { Double(max(1, item.categories.count - 1)) }
}
