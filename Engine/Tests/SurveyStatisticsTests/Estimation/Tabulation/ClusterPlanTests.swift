import Testing

@testable import SurveyStatistics

@Suite("Plan for a stratum's units")
struct ClusterPlanTests {
  @Test("sums a set of cells once, however many breakdowns have it as a domain")
  func sets() {
    var cells = CellNumbering(sizes: [2, 2])
    // One stratum where the first dimension is the same for all.
    for second in 1...2 { _ = cells.cell(stratum: 0, crossing: 3 + second, crossings: 9) }
    let breakdowns = [Breakdown([]), Breakdown([0]), Breakdown([1]), Breakdown([0, 1])]
    let segments = breakdowns.map {
      DomainSegments(cells: cells, inStratumOrder: cells.inStratumOrder, breakdown: $0)
    }
    let pairs = breakdowns.map { PairPlaces($0.families(sizes: [2, 2]).flatMap(\.self)) }
    let plan = ClusterPlan(cells: [0, 1], segments: segments, pairs: pairs)
    // Both cells; the first; the second.
    #expect(plan.setCount == 3 && plan.segmentUses.map(\.set) == [0, 0, 1, 2, 1, 2])
    #expect(plan.setsOfCell == [[0, 1], [0, 2]])
    #expect(plan.products.count == 1 && plan.products[0] == (1, 2))
    #expect(plan.pairUses.map(\.breakdown) == [2, 3])
  }

  @Test("finds a pair by its domains")
  func pairs() {
    let places = PairPlaces([(0, 2), (1, 3)])
    #expect(places.place((1, 3)) == 1 && places.place((0, 1)) == nil)
  }
}
