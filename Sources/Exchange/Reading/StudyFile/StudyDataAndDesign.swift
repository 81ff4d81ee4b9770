import SafetyModel

extension YamlSection {
  func dataDescription() -> DataDescription {
    let keys = ["file", "delimiter", "decimal", "id", "areas", "area-code"]
    guard let data = requiredSection("data", keys: keys) else { return DataDescription(file: "") }
    return DataDescription(
      file: data.text("file"), delimiter: data.delimiter(), decimalMark: data.decimalMark(),
      idColumn: data.optionalText("id"), areasFile: data.optionalText("areas"),
      areaCodeProperty: data.optionalText("area-code") ?? "code")
  }

  private func delimiter() -> String? {
    guard let text = optionalText("delimiter") else { return nil }
    if text == "tab" || text == "\t" { return "\t" }
    if [",", ";"].contains(text) { return text }
    report("study.unknownDelimiter", ["value": text], at: "delimiter")
    return nil
  }

  private func decimalMark() -> String? {
    guard let text = optionalText("decimal") else { return nil }
    if [".", ","].contains(text) { return text }
    report("study.unknownDecimal", ["value": text], at: "decimal")
    return nil
  }

  func designDescription() -> DesignDescription {
    let keys = [
      "weight", "missing-weight", "strata", "clusters", "population-sizes", "lonely-unit",
      "lonely-in-groups", "nonresponse", "trimming", "calibration", "replicates",
    ]
    guard let design = section("design", keys: keys) else { return DesignDescription() }
    return DesignDescription(
      weightColumn: design.optionalText("weight"),
      missingWeight: design.choice("missing-weight", of: MissingWeightRule.self) ?? .refuse,
      strataColumns: design.texts("strata"), clusterColumns: design.texts("clusters"),
      populationSizeColumns: design.texts("population-sizes"),
      lonelyUnit: design.choice("lonely-unit", of: LonelyUnitChoice.self) ?? .fail,
      includesLonelyInDomains: design.flag("lonely-in-groups"),
      nonresponse: design.nonresponse(), trimming: design.trimming(),
      calibration: design.calibration(), replicates: design.replicates())
  }
}
