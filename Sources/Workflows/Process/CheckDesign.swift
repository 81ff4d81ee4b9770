import SafetyModel

extension StudyCheck {
  /// Most strata to tell of by name.
  private static let mostStrata = 10

  /// Weights, strata, primary units and population sizes.
  func designProblems() -> [Problem] {
    let design = DesignColumns(study.design, columns: columns)
    return weightProblems(design) + missingDesign() + stratumProblems(design)
  }

  private func weightProblems(_ design: DesignColumns) -> [Problem] {
    guard let name = study.design.weightColumn else {
      return [problem("check.noWeight", .warning, at: "design")]
    }
    guard columns.exists(name) else { return [] }
    let path = "design.weight"
    let weights = design.weights
    let notNumbers = Set(design.weightNotNumbers)
    let missing = weights.indices.filter { weights[$0].isNaN && !notNumbers.contains($0) }
    let mayBeMissing = study.design.missingWeight == .leaveOut
    let given = weights.lazy.filter { !$0.isNaN }
    var found = [
      rowsProblem("check.weightNotANumber", design.weightNotNumbers, at: path, variable: name),
      mayBeMissing
        ? rowsProblem("check.weightsLeftOut", missing, .warning, at: path, variable: name)
        : rowsProblem("check.weightMissing", missing, at: path, variable: name),
      rowsProblem(
        "check.weightZero", weights.indices.filter { weights[$0] == 0 }, at: path, variable: name),
      rowsProblem(
        "check.weightNegative", weights.indices.filter { weights[$0] < 0 }, at: path,
        variable: name),
    ].compactMap { $0 }
    if let first = given.first, weights.count > 1, given.allSatisfy({ $0 == first }) {
      found.append(
        problem(
          "check.weightsConstant", .warning, ["value": first.canonicalText], at: path,
          variable: name))
    }
    return found
  }

  /// Rows that lack a stratum or a unit, or whose population size is no number.
  private func missingDesign() -> [Problem] {
    let design = study.design
    let names =
      design.strataColumns.enumerated().map { ($0.element, "design.strata.\($0.offset)") }
      + design.clusterColumns.enumerated().map { ($0.element, "design.clusters.\($0.offset)") }
    var found = names.compactMap { name, path -> Problem? in
      guard let column = columns.column(name) else { return nil }
      let missing = column.codes.indices.filter { column.isMissing[Int(column.codes[$0])] }
      return rowsProblem("check.designMissing", missing, at: path, variable: name)
    }
    for (place, name) in design.populationSizeColumns.enumerated() {
      guard let column = columns.numbers(name) else { continue }
      let path = "design.population-sizes.\(place)"
      let notNumbers = Set(column.notNumbers)
      let missing = column.values.indices.filter {
        column.values[$0].isNaN && !notNumbers.contains($0)
      }
      found += [
        rowsProblem("check.notANumber", column.notNumbers, at: path, variable: name),
        rowsProblem("check.designMissing", missing, at: path, variable: name),
      ].compactMap { $0 }
    }
    return found
  }

  private func stratumProblems(_ design: DesignColumns) -> [Problem] {
    let strata = StratumCounts(design)
    var found: [Problem] = []
    let lonely = strata.list.filter { $0.unitCount == 1 }
    if study.design.lonelyUnit == .fail, strata.list.count > 1 || design.primaryUnits != nil {
      found += lonely.prefix(Self.mostStrata).map { stratum in
        problem(
          "check.lonelyStratum", .error, ["stratum": stratum.name], at: "design.strata",
          rows: stratum.firstRows)
      }
      if lonely.count > Self.mostStrata {
        let more = String(lonely.count - Self.mostStrata)
        found.append(
          problem("check.moreLonelyStrata", .error, ["count": more], at: "design.strata"))
      }
    }
    let path = "design.population-sizes.0"
    for stratum in strata.list.filter({ !$0.populations.isEmpty }) {
      let isWhole = design.strata == nil
      let least = stratum.populations.min() ?? 0
      if stratum.populations.count > 1 {
        let key = isWhole ? "check.severalPopulations" : "check.populationVaries"
        found.append(
          problem(key, .error, ["stratum": stratum.name], at: path, rows: stratum.firstRows))
      } else if least < Double(stratum.unitCount) {
        let key = isWhole ? "check.sampleAbovePopulation" : "check.populationSmall"
        let arguments = [
          "stratum": stratum.name, "sample": String(stratum.unitCount),
          "population": least.canonicalText,
        ]
        found.append(problem(key, .error, arguments, at: path, rows: stratum.firstRows))
      }
    }
    return found
  }
}

/// The strata of a design with how many units were sampled in each.
struct StratumCounts {
  struct Stratum {
    var name: String
    var unitCount = 0
    /// The first ten rows, from 1.
    var firstRows: [Int] = []
    /// The population sizes that the rows tell; there should be one.
    var populations: Set<Double> = []
  }
  private(set) var list: [Stratum]

  init(_ design: DesignColumns) {
    list = (design.strata?.names ?? [""]).map { Stratum(name: $0) }
    var isSeen = [Bool](repeating: false, count: design.primaryUnits?.names.count ?? 0)
    for row in design.weightedRows {
      let place = design.strata.map { Int($0.codes[row]) } ?? 0
      guard place >= 0 else { continue }
      if list[place].firstRows.count < 10 { list[place].firstRows.append(row + 1) }
      if let size = design.populationSizes?.values[row], !size.isNaN {
        list[place].populations.insert(size)
      }
      if let unit = design.primaryUnits.map({ Int($0.codes[row]) }) {
        guard unit >= 0, !isSeen[unit] else { continue }
        isSeen[unit] = true
      }
      list[place].unitCount += 1
    }
    list.removeAll { $0.unitCount == 0 }
  }
}
