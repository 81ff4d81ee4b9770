import Testing

@testable import Charts

@Suite("Map labels")
struct MapLabelsTests {
  private func square(_ side: Double, at x: Double = 0, _ y: Double = 0) -> [PlanePolygon] {
    let corners = [(0.0, 0.0), (side, 0), (side, side), (0, side)]
    return [PlanePolygon(rings: [corners.map { PlanePoint(x: x + $0.0, y: y + $0.1) }])]
  }
  private let words = MapLabel.Words(
    figure: "47 %", shortFigure: "47", name: "Gamlegården och Näsby")

  @Test("the name stands where there is room, then the figure, then the bare number")
  func room() throws {
    let large = try #require(MapLabel(words, polygons: square(300), size: 14))
    #expect(large.isInside && large.name == ["Gamlegården och Näsby"])
    let middle = try #require(MapLabel(words, polygons: square(130), size: 14))
    #expect(middle.isInside && middle.name.joined(separator: " ") == words.name)
    let small = try #require(MapLabel(words, polygons: square(56), size: 14))
    #expect(small.isInside && small.name.isEmpty && small.figure == "47 %")
    let tiny = try #require(MapLabel(words, polygons: square(34), size: 14))
    #expect(tiny.isInside && tiny.figure == "47")
    let dot = try #require(MapLabel(words, polygons: square(3), size: 14))
    #expect(!dot.isInside && dot.figure == "47")
  }

  @Test("labels lie neither on each other nor outside the drawing")
  func placed() {
    let shapes = [square(100), square(6, at: 101), square(5, at: 101, 7), square(3, at: 0, 101)]
    let labels = MapLabel.placed(
      shapes.map { _ in words }, on: shapes, within: (121, 104), size: 14)
    #expect(labels.map(\.0).contains(0))
    #expect(labels.count < shapes.count)
    for (_, label) in labels {
      #expect((0...121).contains(label.center.x) && (0...104).contains(label.center.y))
    }
  }

  @Test("an area without a surface has no label")
  func nothing() {
    #expect(MapLabel(words, polygons: [], size: 14) == nil)
    #expect(MapLabel.placed([words], on: [[]], within: (10, 10), size: 14).isEmpty)
  }
}
