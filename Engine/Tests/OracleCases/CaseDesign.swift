package import SurveyStatistics

/// The design of a case, with its data.
package struct CaseDesign: Sendable {
  package let design: SurveyDesign
  package let table: DataTable
  /// Whether R keeps the rows outside of a subset, at weight 0.
  let keepsAllRows: Bool

  /// The rows whose stratum R refuses, where the rule is to do so.
  private(set) var refusedRows: [Bool]?

  package init(_ specification: JSONValue, options: JSONValue, table: DataTable) throws {
    do {
      try self.init(checked: specification, options: options, table: table)
    } catch DesignError.lonelyUnit(let stratum) {
      guard let rows = try Self.lonelyRows(specification, table: table),
        case .object(var members) = specification
      else { throw DesignError.lonelyUnit(stratum: stratum) }
      // R looks at the rows of a call, the engine at the design.
      members["lonely_psu"] = .text("remove")
      try self.init(checked: .object(members), options: options, table: table)
      refusedRows = rows
    }
  }

  private init(checked specification: JSONValue, options: JSONValue, table: DataTable) throws {
    self.table = table
    var design =
      specification["rep_weights"] == nil
      ? try Self.sample(specification, options: options, table: table)
      : try Self.replicated(specification, table: table)
    for calibration in specification["calibration"]?.elements ?? [] {
      design = try Self.calibrated(design, by: calibration, specification, table: table)
    }
    self.design = design
    // Trimming leaves no trace in R that would keep the rows outside of a subset.
    let calibrations = (specification["calibration"]?.elements ?? []).compactMap { $0["op"]?.text }
    keepsAllRows =
      calibrations.contains { $0 != "trimWeights" } && specification["rep_weights"] == nil
  }

  /// The design as it was sampled, before any calibration.
  private static func sample(
    _ specification: JSONValue, options: JSONValue, table: DataTable
  ) throws -> SurveyDesign {
    var stages = try stages(specification, table)
    let weights =
      try weights(specification, table) ?? impliedWeights(stages, rowCount: table.rowCount)
    if options["survey.ultimate.cluster"]?.flag == true { stages = [stages[0]] }
    let rule =
      specification["lonely_psu"]?.text ?? options["survey.lonely.psu"]?.text ?? "fail"
    guard let rule = LonelyUnitRule(rawValue: rule) else { throw Unsupported("rule \(rule)") }
    let inDomains =
      specification["adjust_domain_lonely"]?.flag
      ?? options["survey.adjust.domain.lonely"]?.flag ?? false
    return try SurveyDesign(
      weights: weights, stages: stages, lonelyUnits: rule, includesLonelyInDomains: inDomains)
  }

  /// The rows of lonely strata, which R refuses only where a call uses them; `nil` for none.
  ///
  /// - Parameters:
  ///   - specification: the design.
  ///   - table: its data.
  /// - Returns: the rows of the strata with one primary unit of several.
  /// - Throws: ``Unsupported``.
  static func lonelyRows(
    _ specification: JSONValue, table: DataTable
  ) throws -> [Bool]? {
    guard let first = try stages(specification, table).first else { return nil }
    let strata = first.strata ?? first.units.map { _ in 0 }
    var units: [Int32: Set<Int32>] = [:]
    for (row, stratum) in strata.enumerated() {
      units[stratum, default: []].insert(first.units[row])
    }
    let rows = strata.indices.map { row in
      units[strata[row]]?.count == 1 && first.populationSizes.map { $0[row] > 1 } ?? true
    }
    return rows.contains(true) ? rows : nil
  }

  private static func stages(
    _ specification: JSONValue, _ table: DataTable
  ) throws -> [SamplingStage] {
    let ids = (specification["ids"]?.elements ?? []).compactMap(\.name).filter {
      $0 != "1" && $0 != "0"
    }
    let strata = (specification["strata"]?.elements ?? []).compactMap(\.name)
    let sizes = try (specification["fpc"]?.elements ?? []).compactMap(\.name).map(table.numbers)
    // R takes them as fractions unless one is above 1.
    let areFractions = !sizes.joined().contains { $0 > 1 }
    return try (0..<max(ids.count, 1)).map { stage in
      let numbers = stage < sizes.count ? sizes[stage] : nil
      return SamplingStage(
        units: stage < ids.count
          ? try codes(ids[stage], table) : (0..<Int32(table.rowCount)).map(\.self),
        strata: stage < strata.count ? try codes(strata[stage], table) : nil,
        populationSizes: areFractions ? nil : numbers,
        samplingFractions: areFractions ? numbers : nil)
    }
  }

  /// The weights, or one over the probabilities; `nil` when the design gives neither.
  static func weights(_ specification: JSONValue, _ table: DataTable) throws -> [Double]? {
    if let name = specification["weights"]?.name {
      let weights = try table.numbers(name)
      // R keeps probabilities, so that weights pass through two reciprocals.
      return specification["rep_weights"] == nil ? weights.map { 1 / (1 / $0) } : weights
    }
    let probabilities = (specification["probs"] ?? specification["prob"])?.elements ?? []
    guard !probabilities.isEmpty else { return nil }
    return try probabilities.compactMap(\.name).reduce(
      Array(repeating: 1, count: table.rowCount)
    ) { weights, name in zip(weights, try table.numbers(name)).map(/) }
  }

  private static func impliedWeights(
    _ stages: [SamplingStage], rowCount: Int
  ) throws -> [Double] {
    let weights = try SurveyDesign.weights(of: stages)
    let isFinite = weights.allSatisfy(\.isFinite)
    return isFinite ? weights : Array(repeating: 1, count: rowCount)
  }

  private static func codes(_ name: String, _ table: DataTable) throws -> [Int32] {
    let column = try table.evaluate(.name(name)).asFactor
    return column.values.map { $0.isNaN ? -1 : Int32($0) }
  }
}

extension JSONValue {
  /// The name of a column, with or without the ~ of a formula.
  var name: String? {
    guard let text else { return nil }
    return text.first == "~" ? String(text.dropFirst()) : text
  }
}

extension DataTable {
  /// The numbers of a column.
  package func values(_ name: String) throws -> [Double] {
    try evaluate(.name(name)).values
  }

  /// The numbers of a column or of an expression of columns.
  func numbers(_ text: String) throws -> [Double] {
    columns[text] == nil ? try evaluate(RParser.parse(text)).values : try values(text)
  }
}
