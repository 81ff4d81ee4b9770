import SafetyModel
import SurveyStatistics

/// Draws a planned sample from its frame: the same persons again for the same seed.
package struct DrawSample: Sendable {
  let frame: FrameStrata
  let plan: PlannedSample
  let seed: UInt64

  package init(frame: FrameStrata, plan: PlannedSample, seed: UInt64) {
    self.frame = frame
    self.plan = plan
    self.seed = seed
  }

  /// The drawn rows, with their design, of the table that the strata were made of.
  package func callAsFunction(_ table: SourceTable) throws -> DrawnSample {
    if let count = frame.columns.count {
      throw Problems([
        Problem("plan.drawNeedsPersons", arguments: ["column": count], file: frame.file)
      ])
    }
    let sizes = plan.strata.enumerated().map { (Int32($0), $1.sampled) }
    let draw = try Problems.ofPlanning(
      in: frame.file, stratumName: { frame.strata[Int($0)].name }
    ) { () throws(PlanningError) in
      try StratifiedDraw(
        strata: frame.stratumOfRow,
        sampleSizes: Dictionary(sizes, uniquingKeysWith: { first, _ in first }), seed: seed)
    }
    let columns = table.columns.map { (name: $0.name, values: CodedColumn($0)) }
    return DrawnSample(
      columns: columns.map(\.name),
      persons: zip(draw.rows, draw.inclusionProbabilities).map { row, probability in
        let stratum = Int(frame.stratumOfRow[row])
        return DrawnSample.Person(
          row: row + 1, values: columns.map { $0.values.distinct[Int($0.values.codes[row])] },
          stratum: stratum + 1, populationSize: plan.strata[stratum].populationSize,
          inclusionProbability: probability)
      })
  }
}

/// The drawn persons as they stand in the frame, with the design that an estimate needs.
package struct DrawnSample: Sendable, Hashable {
  package struct Person: Sendable, Hashable {
    /// The row of the frame, the first is 1.
    package var row: Int
    package var values: [String]
    /// The place of the stratum in the plan, the first is 1.
    package var stratum: Int
    package var populationSize: Int
    package var inclusionProbability: Double
    package var designWeight: Double { 1 / inclusionProbability }
  }

  /// The columns of the frame.
  package var columns: [String]
  package var persons: [Person]

  /// As comma-separated values, all texts quoted; the design's columns come last.
  package var csv: String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    let design = ["frame_row", "stratum", "stratum_size", "inclusion_probability", "design_weight"]
    let head = (columns + design).map(quoted).joined(separator: ",")
    let lines = persons.map { person in
      (person.values.map(quoted) + [
        String(person.row), String(person.stratum), String(person.populationSize),
        person.inclusionProbability.canonicalText, person.designWeight.canonicalText,
      ]).joined(separator: ",")
    }
    return ([head] + lines).joined(separator: "\r\n") + "\r\n"
  }
}
