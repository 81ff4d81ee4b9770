package import SurveyStatistics

/// The design of a case, with its data.
package struct CaseDesign: Sendable {
  package let design: SurveyDesign
  package let table: DataTable

  package init(_ specification: JSONValue, options: JSONValue, table: DataTable) throws {
    self.table = table
    var design =
      specification["rep_weights"] == nil
      ? try Self.sample(specification, options: options, table: table)
      : try Self.replicated(specification, table: table)
    if let calibration = specification["calibration"] {
      design = try Self.calibrated(design, by: calibration, table: table)
    }
    self.design = design
  }

  /// The design as it was sampled, before any calibration.
  private static func sample(
    _ specification: JSONValue, options: JSONValue, table: DataTable
  ) throws -> SurveyDesign {
    let ids = specification["ids"]?.elements.compactMap(\.text) ?? []
    let strata = specification["strata"]?.elements.compactMap(\.text) ?? []
    let sizes = specification["fpc"]?.elements.compactMap(\.text) ?? []
    let count = max(ids.count, 1)
    let stages = try (0..<count).map { stage in
      SamplingStage(
        units: stage < ids.count
          ? try codes(ids[stage], table) : (0..<Int32(table.rowCount)).map(\.self),
        strata: stage < strata.count ? try codes(strata[stage], table) : nil,
        populationSizes: stage < sizes.count ? try table.values(sizes[stage]) : nil)
    }
    let rule =
      specification["lonely_psu"]?.text ?? options["survey.lonely.psu"]?.text ?? "fail"
    guard let rule = LonelyUnitRule(rawValue: rule) else { throw Unsupported("rule \(rule)") }
    let inDomains =
      specification["adjust_domain_lonely"]?.flag
      ?? options["survey.adjust.domain.lonely"]?.flag ?? false
    return try SurveyDesign(
      weights: try weights(specification, table), stages: stages, lonelyUnits: rule,
      includesLonelyInDomains: inDomains)
  }

  static func weights(_ specification: JSONValue, _ table: DataTable) throws -> [Double] {
    guard let name = specification["weights"]?.text else {
      return Array(repeating: 1, count: table.rowCount)
    }
    return try table.values(name)
  }

  private static func codes(_ name: String, _ table: DataTable) throws -> [Int32] {
    let column = try table.evaluate(.name(name)).asFactor
    return column.values.map { $0.isNaN ? -1 : Int32($0) }
  }
}

extension DataTable {
  /// The numbers of a column.
  package func values(_ name: String) throws -> [Double] {
    try evaluate(.name(name)).values
  }
}
