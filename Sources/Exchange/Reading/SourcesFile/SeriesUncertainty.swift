import SafetyModel
import Workflows

extension YamlSection {
  private static let uncertaintyKeys = [
    "dimension", "standard-error", "margin-of-error", "lower", "upper", "confidence", "base",
  ]

  /// Where a series' table tells how sure its values are.
  func uncertainty() -> UncertaintyRule? {
    guard let section = section("uncertainty", keys: Self.uncertaintyKeys) else { return nil }
    let form = section.uncertaintyForm()
    let base = section.optionalText("base")
    if form == nil, base == nil { section.report("source.noUncertainty", at: "dimension") }
    var confidence = 0.95
    if let told = section.number("confidence") {
      confidence = told
      if !(0.5..<1).contains(told) { section.report("source.badConfidence", at: "confidence") }
    }
    return UncertaintyRule(
      dimension: section.text("dimension"), form: form, confidence: confidence, base: base)
  }

  private func uncertaintyForm() -> UncertaintyRule.Form? {
    let error = optionalText("standard-error")
    let margin = optionalText("margin-of-error")
    let limits = (optionalText("lower"), optionalText("upper"))
    let told = [error != nil, margin != nil, limits.0 != nil || limits.1 != nil]
    if told.count(where: \.self) > 1 {
      let key = margin != nil ? "margin-of-error" : limits.0 != nil ? "lower" : "upper"
      report("source.oneUncertainty", at: key)
    }
    if let error { return .standardError(error) }
    if let margin { return .marginOfError(margin) }
    switch limits {
    case (let lower?, let upper?): return .interval(lower: lower, upper: upper)
    case (nil, nil): return nil
    default:
      report("source.twoLimits", at: limits.0 == nil ? "upper" : "lower")
      return nil
    }
  }
}
