import SafetyModel

extension StudyCheck {
  /// Names of variables that the data file doesn't have, and derived ones that it has already.
  func columnProblems() -> [Problem] {
    var found = namedColumns().filter { !$0.name.isEmpty && !columns.exists($0.name) }.map {
      problem(
        "check.unknownColumn", .error,
        ["column": $0.name, "near": namesNear($0.name, among: columns.names)], at: $0.path,
        variable: $0.name)
    }
    for variable in study.derived {
      let path = "derived.\(variable.name)"
      if table.column(variable.name) != nil {
        found.append(
          problem("check.derivedNameTaken", .error, ["value": variable.name], at: path))
      } else if columns.column(variable.name) == nil,
        Self.sources(of: variable).allSatisfy({ columns.exists($0.name) })
      {
        found.append(
          problem("check.circularDerived", .error, ["value": variable.name], at: path))
      }
    }
    return found
  }

  /// Every place in the study where a variable is named.
  private func namedColumns() -> [(name: String, path: String)] {
    let design = study.design
    var named = study.dimensions.map { (name: $0.column, path: "dimensions.\($0.code).column") }
    named += study.items.map { ($0.column, "items.\($0.code).column") }
    named += study.derived.flatMap(Self.sources)
    for (columns, key) in [
      (design.strataColumns, "strata"), (design.clusterColumns, "clusters"),
      (design.populationSizeColumns, "population-sizes"),
    ] {
      named += columns.enumerated().map { ($0.element, "design.\(key).\($0.offset)") }
    }
    named += weightingColumns(design)
    if let weight = design.weightColumn { named.append((weight, "design.weight")) }
    if let id = study.data.idColumn { named.append((id, "data.id")) }
    return named
  }

  private func weightingColumns(
    _ design: DesignDescription
  ) -> [(name: String, path: String)] {
    var named: [(name: String, path: String)] = []
    for margin in design.calibration?.margins ?? [] {
      named += margin.columns.map { ($0, "design.calibration.margins.\(margin.code).column") }
    }
    for number in design.calibration?.numbers ?? [] {
      named.append((number.column, "design.calibration.numbers.\(number.code).column"))
    }
    if let nonresponse = design.nonresponse {
      named.append((nonresponse.column, "design.nonresponse.column"))
      named += nonresponse.by.enumerated().map {
        ($0.element, "design.nonresponse.by.\($0.offset)")
      }
    }
    if case .given(let given)? = design.replicates {
      named += given.columns.map { ($0, "design.replicates.columns") }
    }
    return named
  }

  private static func sources(of variable: DerivedVariable) -> [(name: String, path: String)] {
    let path = "derived.\(variable.name)"
    switch variable.rule {
    case .recode(let column, _): return [(column, "\(path).recode.column")]
    case .cut(let column, _): return [(column, "\(path).cut.column")]
    case .any(let columns, _):
      return columns.enumerated().map { ($0.element, "\(path).any.columns.\($0.offset)") }
    case .all(let columns, _):
      return columns.enumerated().map { ($0.element, "\(path).all.columns.\($0.offset)") }
    }
  }
}
