/// What must be summed over the primary units of one stratum for all breakdowns at once.
///
/// Domains of several breakdowns often hold the same cells of a stratum; such a set of cells is
/// summed once.
struct ClusterPlan {
  /// A segment and the set of its cells.
  struct SegmentUse {
    let breakdown: Int
    let segment: Int
    let set: Int
  }

  /// A pair of domains, and the sums of products of their sets.
  struct PairUse {
    let breakdown: Int
    let pair: Int
    let domains: (Int, Int)
    let product: Int
  }

  /// The stratum's cells.
  let cells: [Int]
  /// The sets that each of the cells is in.
  private(set) var setsOfCell: [[Int]]
  private(set) var setCount = 0
  /// The pairs of sets whose products are wanted.
  private(set) var products: [(Int, Int)] = []
  private(set) var segmentUses: [SegmentUse] = []
  private(set) var pairUses: [PairUse] = []
  private var sets: [[Int]: Int] = [:]
  private var productPlaces: [Int: Int] = [:]

  /// - Parameters:
  ///   - cells: the stratum's cells.
  ///   - segments: those of each breakdown.
  ///   - pairs: for each breakdown the place of each pair of domains.
  init(cells: [Int], segments: [DomainSegments], pairs: [PairPlaces]) {
    self.cells = cells
    setsOfCell = Array(repeating: [], count: cells.count)
    for (breakdown, segments) in segments.enumerated() {
      var members: [Int: [Int]] = [:]
      for (place, cell) in cells.enumerated() where segments.segmentOfCell[cell] >= 0 {
        members[segments.segmentOfCell[cell], default: []].append(place)
      }
      let present = members.sorted { $0.key < $1.key }.map { segment, places in
        SegmentUse(breakdown: breakdown, segment: segment, set: set(places))
      }
      segmentUses.append(contentsOf: present)
      for (index, first) in present.enumerated() {
        for second in present[(index + 1)...] {
          let domains = (segments.domains[first.segment], segments.domains[second.segment])
          guard let pair = pairs[breakdown].place(domains) else { continue }
          pairUses.append(
            PairUse(
              breakdown: breakdown, pair: pair, domains: domains,
              product: product(first.set, second.set)))
        }
      }
    }
  }

  private mutating func set(_ places: [Int]) -> Int {
    if let known = sets[places] { return known }
    sets[places] = setCount
    for place in places { setsOfCell[place].append(setCount) }
    setCount += 1
    return setCount - 1
  }

  private mutating func product(_ first: Int, _ second: Int) -> Int {
    let key = first << 32 | second
    if let known = productPlaces[key] { return known }
    productPlaces[key] = products.count
    products.append((first, second))
    return products.count - 1
  }
}

/// The place of each pair of domains among those of its breakdown.
struct PairPlaces {
  private var places: [Int: Int] = [:]

  init(_ pairs: [(Int, Int)]) {
    for (place, pair) in pairs.enumerated() { places[pair.0 << 32 | pair.1] = place }
  }

  /// Where a pair stands, the lower domain first; `nil` when it is not compared.
  func place(_ domains: (Int, Int)) -> Int? { places[domains.0 << 32 | domains.1] }
}
