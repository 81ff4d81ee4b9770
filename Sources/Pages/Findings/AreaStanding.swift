package import DisclosureControl
import SafetyModel
import Texts

extension Findings {
  /// In how many questions an area is certainly worse, better or otherwise than everyone.
  ///
  /// - Parameters:
  ///   - area: The area's value code.
  ///   - tables: Each subject by area.
  ///   - teller: The words.
  /// - Returns: `nil` when the area is compared with everyone in no question.
  package static func areaStanding(_ area: String, tables: [ProtectedTable], _ teller: Teller)
    -> Finding?
  {
    let found = tables.compactMap { table -> (Direction, Difference)? in
      guard let difference = table.againstAll([area]) else { return nil }
      return (teller.codebook.subject(table.subject)?.direction ?? .neutral, difference)
    }
    guard let dimension = tables.first?.dimensions.first?.code, !found.isEmpty else { return nil }
    let certain = found.filter { $0.1.isCertain }
    var words = [
      "place": teller.inside([area], of: 0, dimension: dimension).sentenceCased,
      "total": teller.texts.word(found.count, .common),
    ]
    guard !certain.isEmpty else {
      return Finding(
        text: teller.texts(teller.placeKey("finding.standing.none"), count: found.count, words))
    }
    words["parts"] = parts(certain, teller)
    return Finding(
      text: teller.texts(teller.placeKey("finding.standing.some"), count: found.count, words),
      claims: certain.map { $0.1.comparison })
  }

  /// `säkert sämre i 20, säkert bättre i tre`.
  private static func parts(_ certain: [(Direction, Difference)], _ teller: Teller) -> String {
    var counts: [Verdict: Int] = [:]
    for (direction, difference) in certain {
      counts[Verdict(difference.value, direction), default: 0] += 1
    }
    let order: [Verdict] = [.worse, .better, .other]
    return teller.texts.list(
      order.compactMap { verdict in
        counts[verdict].map {
          teller.texts(
            "finding.standing.\(verdict.rawValue)", count: $0,
            ["k": teller.texts.word($0, .common)])
        }
      })
  }

  /// How many questions have certainly changed in an area since an earlier wave.
  package static func areaChanges(_ area: String, tables: [ProtectedTable], _ teller: Teller)
    -> Finding?
  {
    let changes = tables.compactMap { table -> (Int, Direction, Difference)? in
      guard let (since, difference) = table.longestChange([area]) else { return nil }
      let direction = teller.codebook.subject(table.subject)?.direction ?? .neutral
      return (since, direction, difference)
    }
    guard let since = changes.map(\.0).min() else { return nil }
    let certain = changes.filter { $0.0 == since && $0.2.isCertain }
    let words = ["year": String(since)]
    guard !certain.isEmpty else {
      return Finding(text: teller.texts("finding.areaChanges.none", words))
    }
    return Finding(
      text: teller.texts(
        "finding.areaChanges.some",
        ["year": String(since), "parts": changeParts(certain.map { ($0.1, $0.2) }, teller)]),
      claims: certain.map { $0.2.comparison })
  }

  private static func changeParts(_ certain: [(Direction, Difference)], _ teller: Teller)
    -> String
  {
    var counts: [Verdict: Int] = [:]
    for (direction, difference) in certain {
      counts[Verdict(difference.value, direction), default: 0] += 1
    }
    let order: [Verdict] = [.better, .worse, .other]
    let parts = order.compactMap { verdict in
      counts[verdict].map {
        teller.texts(
          "finding.areaChanges.\(verdict.rawValue)", count: $0,
          ["k": teller.texts.word($0, .common)])
      }
    }
    return teller.texts.list(parts).sentenceCased
  }
}
