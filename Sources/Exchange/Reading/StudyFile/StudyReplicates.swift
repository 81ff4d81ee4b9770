import Foundation
import SafetyModel
import Workflows

extension YamlSection {
  private enum MadeKind: String, CaseIterable { case jackknife, bootstrap }

  /// Most replicates that a study may have.
  private static let most = 10_000

  /// Replicates that are given in columns, or that are to be made.
  func replicates() -> ReplicateDescription? {
    let keys = [
      "make", "count", "seed", "columns", "type", "scale", "factors", "rho", "combined", "mse",
    ]
    guard let replicates = section("replicates", keys: keys) else { return nil }
    if replicates.has("columns") { return .given(replicates.given()) }
    guard replicates.required("make") != nil else { return nil }
    switch replicates.choice("make", of: MadeKind.self) {
    case .jackknife: return .jackknife
    case .bootstrap:
      return .bootstrap(
        count: replicates.whole("count", in: 2...Self.most) ?? 500,
        seed: replicates.whole("seed", in: 0...Int.max) ?? 1)
    case nil: return nil
    }
  }

  private func given() -> GivenReplicates {
    let columns = requiredTexts("columns").flatMap(runOfColumns)
    let factors = texts("factors").compactMap { Double(plainNumber: $0) }
    if factors.count != texts("factors").count
      || !factors.isEmpty && factors.count != columns.count || factors.contains(where: { $0 < 0 })
    {
      report("study.badFactors", ["count": String(columns.count)], at: "factors")
    }
    let given = GivenReplicates(
      kind: choice("type", of: GivenReplicates.Kind.self) ?? .other, columns: columns,
      scale: number("scale"), factors: factors, rho: number("rho") ?? 0,
      isCombined: has("combined") ? flag("combined") : true, isAroundEstimate: flag("mse"))
    if let scale = given.scale, scale <= 0 { report("study.badScale", at: "scale") }
    if !(0..<1).contains(given.rho) || given.kind != .fay && has("rho") {
      report("study.badRho", at: "rho")
    }
    if given.kind == .jkn, factors.isEmpty, given.scale == nil {
      report("study.jknNeedsFactors", at: "type")
    }
    return given
  }

  /// `rw1..rw80` stands for all columns from the one to the other.
  private func runOfColumns(_ text: String) -> [String] {
    guard let dots = text.range(of: "..") else { return [text] }
    let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let isDigit = { (character: Character) in ("0"..."9").contains(character) }
    let digits = (String(first.reversed().prefix(while: isDigit).reversed()), last)
    let prefix = first.dropLast(digits.0.count)
    guard last.hasPrefix(prefix), let from = Int(digits.0),
      let to = Int(last.dropFirst(prefix.count)),
      from <= to, to - from < Self.most
    else {
      report("study.badRun", ["value": text], at: "columns")
      return []
    }
    let isPadded = digits.0.hasPrefix("0")
    return (from...to).map { number in
      let plain = String(number)
      let zeros = isPadded ? max(0, digits.0.count - plain.count) : 0
      return prefix + String(repeating: "0", count: zeros) + plain
    }
  }
}
