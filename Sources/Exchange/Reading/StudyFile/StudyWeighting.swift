import SafetyModel
import Workflows

extension YamlSection {
  /// What weights are calibrated to, and how.
  func calibration() -> CalibrationDescription? {
    let keys = ["method", "bounds", "bounded", "level", "population", "margins", "numbers"]
    guard let section = section("calibration", keys: keys) else { return nil }
    var calibration = CalibrationDescription(
      method: section.choice("method", of: CalibrationDescription.Method.self) ?? .raking,
      bounds: section.bounds(),
      bounded: section.choice("bounded", of: CalibrationDescription.Bounded.self) ?? .factor,
      level: section.choice("level", of: CalibrationDescription.Level.self) ?? .row,
      population: section.positive("population"))
    calibration.margins = section.entries("margins", codes: .address).map { entry in
      let margin = entry.section(in: form, keys: ["column", "totals"])
      return CalibrationMargin(
        code: entry.code, columns: margin.requiredTexts("column"), totals: margin.totals())
    }
    calibration.numbers = section.entries("numbers", codes: .address).map { entry in
      let number = entry.section(in: form, keys: ["column", "total"])
      return CalibrationNumber(
        code: entry.code, column: number.text("column"), total: number.requiredNumber("total"))
    }
    section.check(calibration)
    return calibration
  }

  private func check(_ calibration: CalibrationDescription) {
    let hasNumbers = !calibration.numbers.isEmpty
    if calibration.margins.isEmpty, !hasNumbers {
      form.report("study.nothingToReach", at: position)
    }
    switch calibration.method {
    case .logit where calibration.bounds.isEmpty: report("study.logitNeedsBounds", at: "method")
    case .postStratification
    where calibration.margins.count != 1 || hasNumbers || !calibration.bounds.isEmpty:
      report("study.onlyOneMargin", at: "method")
    case .raking, .linear, .logit, .postStratification: break
    }
  }

  /// Two numbers, rising.
  private func bounds() -> [Double] {
    guard has("bounds") else { return [] }
    let texts = texts("bounds")
    let numbers = texts.compactMap { Double(plainNumber: $0) }
    guard texts.count == 2, numbers.count == 2, numbers[0] < numbers[1], numbers[0] >= 0 else {
      report("study.badBounds", at: "bounds")
      return []
    }
    return numbers
  }

  private func positive(_ key: String) -> Double? {
    guard let value = number(key) else { return nil }
    if value <= 0 { form.report("study.badTotal", ["key": path(of: key)], at: position) }
    return value
  }

  private func requiredNumber(_ key: String) -> Double {
    guard required(key) != nil else { return 0 }
    return number(key) ?? 0
  }

  private func totals() -> [MarginTotal] {
    guard let pair = required("totals") else { return [] }
    let path = path(of: "totals")
    return form.pairs(pair.value, path: path, position: pair.position).compactMap { entry in
      guard case .text(let text) = entry.value.content, let total = Double(plainNumber: text),
        total > 0
      else {
        form.report("study.badTotal", ["key": "\(path).\(entry.key)"], at: entry.position)
        return nil
      }
      return MarginTotal(value: entry.key, total: total)
    }
  }

  /// Who answered of those who were drawn, and what their weights are moved by.
  func nonresponse() -> NonresponseDescription? {
    guard let section = section("nonresponse", keys: ["method", "column", "values", "by"]) else {
      return nil
    }
    return NonresponseDescription(
      method: section.choice("method", of: NonresponseDescription.Method.self) ?? .classes,
      column: section.text("column"), values: section.requiredTexts("values"),
      by: section.requiredTexts("by"))
  }

  /// The range that weights are kept in.
  func trimming() -> TrimmingDescription? {
    guard let section = section("trimming", keys: ["least", "largest", "strict"]) else {
      return nil
    }
    let (least, largest) = (section.number("least") ?? 0, section.requiredNumber("largest"))
    if !(least < largest) || least < 0 { section.report("study.badTrimming", at: "largest") }
    return TrimmingDescription(
      least: least, largest: largest, isStrict: section.flag("strict"))
  }
}
