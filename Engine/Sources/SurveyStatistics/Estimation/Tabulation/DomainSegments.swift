/// The parts of a breakdown's domains: a *segment* is a domain within one stratum.
///
/// Only what occurs is listed, so that a domain costs no more than the strata that it touches.
struct DomainSegments: Sendable {
  let domainCount: Int
  /// The first segment of each domain, and after the last domain the number of segments.
  private(set) var starts: [Int] = []
  /// The stratum of each segment; ascending within a domain.
  private(set) var strata: [Int] = []
  /// The domain of each segment.
  private(set) var domains: [Int] = []
  /// The segment of each cell; −1 for none.
  private(set) var segmentOfCell: [Int]

  init(cells: CellNumbering, inStratumOrder order: [Int], breakdown: Breakdown) {
    domainCount = breakdown.dimensions.reduce(1) { $0 * cells.sizes[$1] }
    let domains = cells.domains(of: breakdown)
    segmentOfCell = Array(repeating: -1, count: domains.count)
    // Stable by domain, so that a domain's cells stay in the order of their strata.
    var places = [Int](repeating: 0, count: domainCount + 1)
    for domain in domains where domain >= 0 { places[domain + 1] += 1 }
    for domain in 0..<domainCount { places[domain + 1] += places[domain] }
    var sorted = [Int](repeating: 0, count: places[domainCount])
    for cell in order where domains[cell] >= 0 {
      sorted[places[domains[cell]]] = cell
      places[domains[cell]] += 1
    }
    var previous = -1
    for cell in sorted {
      let domain = domains[cell]
      if domain != previous || strata.last != cells.strata[cell] {
        while starts.count <= domain { starts.append(strata.count) }
        strata.append(cells.strata[cell])
        self.domains.append(domain)
        previous = domain
      }
      segmentOfCell[cell] = strata.count - 1
    }
    while starts.count <= domainCount { starts.append(strata.count) }
  }

  /// The segments of a domain.
  func segments(of domain: Int) -> Range<Int> { starts[domain]..<starts[domain + 1] }

  /// The strata that two domains share, as pairs of segments.
  func shared(_ a: Int, _ b: Int, _ body: (Int, Int) -> Void) {
    let (first, second) = (segments(of: a), segments(of: b))
    var (i, j) = (first.lowerBound, second.lowerBound)
    while i < first.upperBound, j < second.upperBound {
      if strata[i] == strata[j] {
        body(i, j)
        i += 1
        j += 1
      } else if strata[i] < strata[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }
}
