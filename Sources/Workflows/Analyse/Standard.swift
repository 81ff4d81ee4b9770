package import SafetyModel
import SurveyStatistics

/// A composition that every group is given before it is compared: direct standardisation.
package struct Standard: Sendable {
  /// What the composition is about, such as age; crossed when there are several.
  package let dimensions: [PublishedDimension]
  /// The size of each combination, persons or parts; `nil` for that of the whole sample.
  package let sizes: [Double]?

  package init(dimensions: [PublishedDimension], sizes: [Double]? = nil) {
    self.dimensions = dimensions
    self.sizes = sizes
  }

  /// With sizes by code; the codes of crossed dimensions have `/` between.
  ///
  /// - Throws: `Problems` for a code that is not known, is missing, or has no size of 0 or more.
  package init(dimensions: [PublishedDimension], sizes: [(key: String, size: Double)]) throws {
    let keys = SurveyAnalysis.keys(of: dimensions).map { $0.joined(separator: "/") }
    var found = [Double?](repeating: nil, count: keys.count)
    for (key, size) in sizes {
      guard let place = keys.firstIndex(of: key), size >= 0, size.isFinite else {
        throw Self.problem("estimate.standardUnknown", key, keys)
      }
      found[place] = size
    }
    if let place = found.firstIndex(of: nil) {
      throw Self.problem("estimate.standardMissing", keys[place], keys)
    }
    self.init(dimensions: dimensions, sizes: found.compactMap(\.self))
  }

  private static func problem(_ key: String, _ group: String, _ known: [String]) -> Problems {
    Problems([
      Problem(key, arguments: ["group": group, "known": known.joined(separator: ", ")])
    ])
  }
}

extension SurveyAnalysis {
  /// The same wave with the standard's composition in every group of a breakdown.
  ///
  /// Respondents without the number weigh nothing, so that those who answered have the composition;
  /// R: `svystandardize(excluding.missing = )`.
  ///
  /// - Throws: `Problems` when a group lacks a part of the standard.
  func standardised(
    to standard: Standard, by breakdown: [PublishedDimension], for number: EstimateNumbers.Number
  ) throws -> SurveyAnalysis {
    let values = try values(of: number).values
    let composition = try domainColumn(of: standard.dimensions)
    let parts = standard.sizes ?? sizes(composition)
    let groups = try DomainColumn(
      codes: zip(composition.codes, values).map { $1.isNaN ? 0 : $0 },
      domainCount: composition.domainCount)
    let domains = breakdown.isEmpty ? nil : try domainColumn(of: breakdown)
    return try with(
      standardised(by: groups, to: parts, within: domains) { domain, part in
        [
          "subject": number.name,
          "group": Self.keys(of: breakdown)[domain].joined(separator: " × "),
          "part": Self.keys(of: standard.dimensions)[part].joined(separator: " × "),
        ]
      })
  }

  private func standardised(
    by groups: DomainColumn, to parts: [Double], within domains: DomainColumn?,
    words: (_ domain: Int, _ part: Int) -> [String: String]
  ) throws -> SurveyDesign {
    do {
      return try design.standardised(by: groups, to: parts, within: domains)
    } catch {
      guard case .emptyCategory(let margin, let category) = error else { throw error }
      let domain = Int(margin.split(separator: " ").last ?? "") ?? 1
      throw Problems([
        Problem("estimate.standardEmpty", arguments: words(domain - 1, category - 1))
      ])
    }
  }

  private func sizes(_ groups: DomainColumn) -> [Double] {
    var sizes = [Double](repeating: 0, count: groups.domainCount)
    for (code, weight) in zip(groups.codes, design.weights) where code > 0 {
      sizes[Int(code) - 1] += weight
    }
    return sizes
  }

  /// The key of each group of crossed dimensions, the last one fastest.
  static func keys(of dimensions: [PublishedDimension]) -> [[String]] {
    dimensions.reduce([[]]) { keys, dimension in
      keys.flatMap { key in dimension.values.map { key + [$0.code] } }
    }
  }
}
