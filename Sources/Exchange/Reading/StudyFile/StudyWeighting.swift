import SafetyModel
import Workflows

extension YamlSection {
  /// The margins that weights are raked to, by code.
  func calibration() -> [CalibrationMargin] {
    entries("calibration", codes: .address).map { entry in
      let margin = entry.section(in: form, keys: ["column", "totals"])
      return CalibrationMargin(
        code: entry.code, column: margin.text("column"), totals: margin.totals())
    }
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

  private enum ReplicateKind: String, CaseIterable { case jackknife, bootstrap }

  /// Replicates that are given in columns, or that are to be made.
  func replicates() -> ReplicateDescription? {
    let keys = ["make", "count", "seed", "columns", "scale"]
    guard let replicates = section("replicates", keys: keys) else { return nil }
    if replicates.has("columns") {
      return .given(
        columns: replicates.requiredTexts("columns"), scale: replicates.number("scale") ?? 1)
    }
    guard replicates.required("make") != nil else { return nil }
    switch replicates.choice("make", of: ReplicateKind.self) {
    case .jackknife: return .jackknife
    case .bootstrap:
      return .bootstrap(
        count: replicates.whole("count", in: 2...10_000) ?? 500,
        seed: replicates.whole("seed", in: 0...Int.max) ?? 1)
    case nil: return nil
    }
  }
}
