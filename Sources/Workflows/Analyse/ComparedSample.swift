import SafetyModel
import SurveyStatistics

/// The respondents that groups are compared by, with what they are explained by.
struct ComparedSample {
  let y: NumericColumn
  let groups: DomainColumn
  /// What is made alike.
  let columns: [NumericColumn]
  /// Those who have an answer, a group, and a value of everything else.
  let rows: [Bool]
  /// Of them those in each group.
  let masks: [[Bool]]
  private let columnNames: [ModelCoefficients.Column]
  private let dimension: PublishedDimension

  init(
    of analysis: SurveyAnalysis, explaining number: EstimateNumbers.Number,
    across dimension: PublishedDimension, by others: [PublishedDimension],
    _ numbers: [EstimateNumbers.Number]
  ) throws {
    let y = try analysis.values(of: number)
    let groups = try analysis.domainColumn(of: [dimension])
    let columns = try others.flatMap(analysis.indicators) + numbers.map(analysis.values)
    let rows = y.values.indices.map { row in
      !y.values[row].isNaN && groups.codes[row] > 0
        && columns.allSatisfy { !$0.values[row].isNaN }
    }
    (self.y, self.groups, self.columns, self.rows) = (y, groups, columns, rows)
    self.dimension = dimension
    masks = dimension.values.indices.map { group in
      rows.indices.map { rows[$0] && Int(groups.codes[$0]) == group + 1 }
    }
    columnNames =
      others.flatMap { Self.names(of: $0.values.map(\.code), in: $0.code) }
      + numbers.map { ModelCoefficients.Column(term: $0.name) }
  }

  /// What each coefficient of the model is about: the intercept, what is made alike, the groups.
  ///
  /// The first group that anyone is in is what the others are compared with.
  func names(_ weights: [Double]) -> [ModelCoefficients.Column] {
    let used = dimension.values.indices.filter { group in
      masks[group].indices.contains { masks[group][$0] && weights[$0] != 0 }
    }
    return [ModelCoefficients.Column()] + columnNames
      + Self.names(of: used.map { dimension.values[$0].code }, in: dimension.code)
  }

  private static func names(
    of values: [String], in dimension: String
  ) -> [ModelCoefficients.Column] {
    values.dropFirst().map {
      ModelCoefficients.Column(term: dimension, value: $0, reference: values.first)
    }
  }

  /// - Throws: `Problems` when the numbers are not of the kind that a family explains.
  func check(_ family: RegressionFamily, of number: EstimateNumbers.Number) throws {
    guard y.values.indices.allSatisfy({ !rows[$0] || family.allows(y.values[$0]) }) else {
      throw Problems([
        Problem(
          "compare.wrongModel", arguments: ["subject": number.name, "model": family.rawValue])
      ])
    }
  }
}

extension SurveyAnalysis {
  /// A column of 1 and 0 for each value of a dimension but its first; NaN where it is missing.
  func indicators(of dimension: PublishedDimension) throws -> [NumericColumn] {
    let codes = try domainColumn(of: [dimension]).codes
    return dimension.values.indices.dropFirst().map { value in
      NumericColumn(values: codes.map { $0 == 0 ? .nan : Int($0) == value + 1 ? 1 : 0 })
    }
  }
}
