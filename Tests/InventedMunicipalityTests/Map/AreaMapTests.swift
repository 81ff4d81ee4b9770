import Testing

@testable import InventedMunicipality

@Suite("The map of the areas")
struct AreaMapTests {
  private struct Edge: Hashable {
    var from: AreaMap.Position
    var to: AreaMap.Position
    var reversed: Edge { Edge(from: to, to: from) }
  }

  private func edges(of ring: AreaMap.Ring) -> [Edge] {
    zip(ring.positions, ring.positions.dropFirst()).map { Edge(from: $0, to: $1) }
  }

  @Test("has one closed outline for each area, walked counter-clockwise")
  func outlines() throws {
    let map = AreaMap(try MapPlan.embedded())
    #expect(map.rings.map(\.area) == (try Questionnaire.embedded()).areas.map(\.code))
    for ring in map.rings {
      #expect(ring.positions.first == ring.positions.last)
      #expect((30...85).contains(ring.positions.count), "\(ring.area)")
      #expect(Set(ring.positions).count == ring.positions.count - 1, "\(ring.area)")
      #expect(doubledArea(edges(of: ring)) > 0, "\(ring.area)")
    }
  }

  @Test("leaves no gap: what borders no other area is one closed outer line")
  func gaps() throws {
    let all = AreaMap(try MapPlan.embedded()).rings.flatMap(edges)
    let set = Set(all)
    #expect(set.count == all.count, "no border is walked twice the same way: no overlap")
    let outer = all.filter { !set.contains($0.reversed) }
    let next = Dictionary(outer.map { ($0.from, $0.to) }) { first, _ in first }
    #expect(next.count == outer.count)
    var place = try #require(outer.first?.from)
    var steps = 0
    repeat {
      place = try #require(next[place])
      steps += 1
    } while place != outer[0].from && steps <= outer.count
    #expect(steps == outer.count)
    #expect(doubledArea(outer) == doubledArea(all))
  }

  @Test("has no two borders that cross")
  func crossings() throws {
    let all = AreaMap(try MapPlan.embedded()).rings.flatMap(edges)
    for (place, a) in all.enumerated() {
      for b in all[..<place] where Set([a.from, a.to, b.from, b.to]).count == 4 {
        let crosses =
          turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) <= 0
          && turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) <= 0
        #expect(!crosses)
      }
    }
  }

  private func doubledArea(_ edges: [Edge]) -> Int {
    edges.map { $0.from.longitude * $0.to.latitude - $0.to.longitude * $0.from.latitude }
      .reduce(0, +)
  }

  private func turn(_ a: AreaMap.Position, _ b: AreaMap.Position, _ c: AreaMap.Position) -> Int {
    let x = (b.longitude - a.longitude, c.longitude - a.longitude)
    let y = (b.latitude - a.latitude, c.latitude - a.latitude)
    return (x.0 * y.1 - x.1 * y.0).signum()
  }
}
