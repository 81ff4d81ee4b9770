import Foundation
import SafetyModel
import Testing

@testable import Charts

@Suite("Map projection")
struct MapProjectionTests {
  private func area(_ corners: [(Double, Double)]) -> AreaGeometry {
    AreaGeometry(
      code: "a",
      polygons: [
        Polygon(rings: [corners.map { Position(longitude: $0.0, latitude: $0.1) }])
      ])
  }

  @Test("north is up, east is right, and all is within the drawing")
  func within() throws {
    let area = area([(14, 55.9), (14.4, 55.9), (14.4, 56.2), (14, 56.2)])
    let projection = try #require(MapProjection(fitting: [area], width: 300, maxHeight: 400))
    let northWest = projection.point(Position(longitude: 14, latitude: 56.2))
    let southEast = projection.point(Position(longitude: 14.4, latitude: 55.9))
    #expect(northWest.x < southEast.x && northWest.y < southEast.y)
    #expect(northWest.x >= -1e-9 && southEast.x <= 300 + 1e-9)
    #expect(northWest.y >= -1e-9 && southEast.y <= projection.height + 1e-9)
    #expect(projection.height <= 400)
  }

  @Test("a kilometre east is as long as a kilometre north", arguments: [0.0, 45, 56, 68])
  func trueToScale(latitude: Double) throws {
    let perDegreeEast = cos(latitude * .pi / 180)
    let area = area([
      (20, latitude), (20 + 0.1 / perDegreeEast, latitude), (20, latitude + 0.1),
    ])
    let projection = try #require(MapProjection(fitting: [area], width: 500, maxHeight: 500))
    let corners = projection.polygons(of: area)[0].rings[0]
    let east = corners[1].x - corners[0].x
    let north = corners[0].y - corners[2].y
    #expect(abs(east / north - 1) < 0.01)
  }

  @Test("a border of ten thousand corners is thinned, a tiny area is kept")
  func thinning() throws {
    let circle = area(
      (0..<10_000).map { step in
        let angle = Double(step) / 10_000 * 2 * .pi
        return (14 + 0.2 * cos(angle), 56 + 0.1 * sin(angle))
      })
    let tiny = area([(14, 56), (14.000_1, 56), (14.000_1, 56.000_1), (14, 56.000_1)])
    let projection = try #require(MapProjection(fitting: [circle], width: 300, maxHeight: 300))
    let corners = projection.polygons(of: circle)[0].rings[0]
    #expect((200...2500).contains(corners.count), "\(corners.count)")
    #expect(projection.polygons(of: tiny)[0].rings[0].count == 4)
  }

  @Test("no outlines, points and values that are no numbers")
  func degenerate() throws {
    #expect(MapProjection(fitting: [], width: 1, maxHeight: 1) == nil)
    #expect(MapProjection(fitting: [area([(.nan, 1)])], width: 1, maxHeight: 1) == nil)
    let point = area([(14, 56), (14, 56), (14, 56)])
    let projection = try #require(MapProjection(fitting: [point], width: 300, maxHeight: 300))
    for place in projection.polygons(of: point).flatMap(\.rings).joined() {
      #expect(place.x.isFinite && place.y.isFinite)
    }
  }
}
