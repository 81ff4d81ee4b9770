import Testing

@testable import Charts

@Suite("Interior point")
struct InteriorPointTests {
  private func polygon(_ rings: [(Double, Double)]...) -> PlanePolygon {
    PlanePolygon(rings: rings.map { $0.map { PlanePoint(x: $0.0, y: $0.1) } })
  }

  @Test("is the middle of a square, half a side from its border")
  func square() throws {
    let place = try #require(
      InteriorPoint(of: polygon([(0, 0), (10, 0), (10, 10), (0, 10)]), widthToHeight: 1))
    #expect(abs(place.point.x - 5) < 0.2 && abs(place.point.y - 5) < 0.2)
    #expect(abs(place.clearance - 5) < 0.2)
  }

  @Test("is inside where the centre of gravity is not: a horseshoe")
  func horseshoe() throws {
    let shape = polygon([
      (0, 0), (30, 0), (30, 30), (20, 30), (20, 8), (10, 8), (10, 30), (0, 30),
    ])
    let place = try #require(InteriorPoint(of: shape))
    #expect(shape.contains(place.point))
    #expect(!shape.contains(PlanePoint(x: 15, y: 17)))
  }

  @Test("stays out of holes")
  func hole() throws {
    let shape = polygon(
      [(0, 0), (100, 0), (100, 100), (0, 100)], [(10, 10), (95, 10), (95, 95), (10, 95)])
    let place = try #require(InteriorPoint(of: shape))
    #expect(shape.contains(place.point))
    #expect(!shape.contains(PlanePoint(x: 50, y: 50)))
  }

  @Test("a bow tie, a sliver and a line do not hang or crash")
  func odd() throws {
    let bowTie = polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    #expect(bowTie.contains(try #require(InteriorPoint(of: bowTie)).point))
    let sliver = polygon([(0, 0), (1000, 0.1), (1000, 0.2), (0, 0.1)])
    #expect(InteriorPoint(of: sliver) != nil)
    #expect(InteriorPoint(of: polygon([(0, 0), (5, 0), (9, 0)])) == nil)
    #expect(InteriorPoint(of: polygon([(1, 1), (1, 1), (1, 1)])) == nil)
    #expect(InteriorPoint(of: polygon([(0, 0), (1, 1)])) == nil)
    #expect(InteriorPoint(of: PlanePolygon(rings: [])) == nil)
  }

  @Test("moving a polygon moves its point along")
  func translation() throws {
    let corners = [(0.0, 0.0), (7, 1), (9, 6), (3, 8)]
    let here = try #require(InteriorPoint(of: polygon(corners)))
    let there = try #require(
      InteriorPoint(of: polygon(corners.map { ($0.0 + 100, $0.1 - 40) })))
    #expect(abs(there.point.x - here.point.x - 100) < 0.2)
    #expect(abs(there.point.y - here.point.y + 40) < 0.2)
  }
}
