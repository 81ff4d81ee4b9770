import SafetyModel

/// What the variables of a data file are taken for: weight, design, identity, dimensions.
struct DraftRoles {
  private(set) var weight: DraftVariable?
  private(set) var stratum: DraftVariable?
  private(set) var primaryUnit: DraftVariable?
  private(set) var populationSize: DraftVariable?
  private(set) var id: DraftVariable?
  private(set) var dimensions: [(role: DimensionRole, variable: DraftVariable)] = []
  private var taken: Set<String> = []
  private let table: SourceTable

  init(_ variables: [DraftVariable], table: SourceTable) {
    self.table = table
    weight = take(DraftWords.weight, from: variables, where: Self.isWeight)
    stratum = take(DraftWords.stratum, from: variables, where: Self.isComplete)
    primaryUnit = take(DraftWords.primaryUnit, from: variables, where: Self.isComplete)
    id = take(DraftWords.identifier, from: variables) { Self.isUnique($0, table.rowCount) }
    populationSize = take(DraftWords.populationSize, from: variables) { [self] in
      fits(populationSize: $0)
    }
    let wanted: [(DimensionRole, [String], (DraftVariable) -> Bool)] = [
      (.area, DraftWords.area, \.isCategorical),
      (.sex, DraftWords.sex, { $0.isCategorical && $0.answers.count <= 4 }),
      (.age, DraftWords.age, { $0.isCategorical || $0.kind == .number }),
      (.background, DraftWords.background, \.isCategorical),
    ]
    for (role, words, fits) in wanted {
      guard let variable = take(words, from: variables, where: fits) else { continue }
      dimensions.append((role, variable))
    }
  }

  func isTaken(_ variable: DraftVariable) -> Bool { taken.contains(variable.name) }

  /// The variable that fits the words best; the first of equals.
  private mutating func take(
    _ words: [String], from variables: [DraftVariable], where fits: (DraftVariable) -> Bool
  ) -> DraftVariable? {
    var best: (variable: DraftVariable, score: Int)?
    for variable in variables where !taken.contains(variable.name) {
      let score = DraftWords.score(variable, words)
      if score > (best?.score ?? 0), fits(variable) { best = (variable, score) }
    }
    if let best { taken.insert(best.variable.name) }
    return best?.variable
  }

  private static func isWeight(_ variable: DraftVariable) -> Bool {
    let numbers = NumberColumn(variable.column, decimalMark: ".")
    let given = numbers.values.filter { !$0.isNaN }
    return numbers.notNumbers.isEmpty && !given.isEmpty && given.allSatisfy { $0 > 0 }
      && given.count * 4 >= numbers.values.count * 3
  }

  private static func isComplete(_ variable: DraftVariable) -> Bool {
    variable.kind != .constant && variable.kind != .empty
      && variable.column.codes.allSatisfy { !variable.column.isMissing[Int($0)] }
  }

  private static func isUnique(_ variable: DraftVariable, _ rowCount: Int) -> Bool {
    rowCount > 1 && variable.column.distinct.count - 1 == rowCount && isComplete(variable)
  }

  /// The design as far as it was found, with remarks on what to confirm.
  func design(_ remarks: inout [String: [DraftRemark]]) -> DesignDescription {
    var design = DesignDescription(weightColumn: weight?.name)
    let guesses = [
      ("design.weight", weight), ("design.strata", stratum), ("design.clusters", primaryUnit),
    ]
    for (path, variable) in guesses {
      let key = variable == nil ? "\(path).none" : "guess"
      let arguments = ["variable": variable?.name ?? "", "label": variable?.label ?? ""]
      remarks[path, default: []].append(DraftRemark(key: key, arguments: arguments))
    }
    if let weight, weight.column.codes.contains(where: { weight.column.isMissing[Int($0)] }) {
      design.missingWeight = .leaveOut
      remarks["design.missing-weight"] = [DraftRemark(key: "design.missing-weight", arguments: [:])]
    }
    design.strataColumns = stratum.map { [$0.name] } ?? []
    design.clusterColumns = primaryUnit.map { [$0.name] } ?? []
    design.populationSizeColumns = populationSize.map { [$0.name] } ?? []
    if counts(design).list.contains(where: { $0.unitCount == 1 }) {
      design.lonelyUnit = .adjust
      remarks["design.lonely-unit"] = [DraftRemark(key: "design.lonely-unit", arguments: [:])]
    }
    return design
  }

  private func counts(_ design: DesignDescription) -> StratumCounts {
    StratumCounts(DesignColumns(design, columns: AnswerColumns(table: table)))
  }

  /// A population size is the same on every row of a stratum and not below the sample.
  private func fits(populationSize variable: DraftVariable) -> Bool {
    let design = DesignDescription(
      weightColumn: weight?.name, strataColumns: stratum.map { [$0.name] } ?? [],
      clusterColumns: primaryUnit.map { [$0.name] } ?? [],
      populationSizeColumns: [variable.name])
    return Self.isComplete(variable)
      && counts(design).list.allSatisfy { stratum in
        stratum.populations.count == 1
          && stratum.populations.allSatisfy { $0 >= Double(stratum.unitCount) }
      }
  }
}
