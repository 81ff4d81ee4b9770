/// The point of a polygon that is farthest from its border, where a label has most room.
///
/// Found as Mapbox's polylabel finds it: squares are cut into four, those first that could hold
/// the best point, until none could be better by more than a hair. Labels are wider than high, so
/// the distance sideways counts for less: the plane is first pressed together by `widthToHeight`.
struct InteriorPoint {
  let point: PlanePoint
  /// From the point to the border, up and down; negative when the polygon has no inside.
  let clearance: Double

  init?(of polygon: PlanePolygon, widthToHeight: Double = 2) {
    let pressed = polygon.rings.map { ring in
      ring.map { PlanePoint(x: $0.x / widthToHeight, y: $0.y) }
    }
    guard let outline = pressed.first, outline.count >= 3, let best = Self.search(pressed) else {
      return nil
    }
    point = PlanePoint(x: best.center.x * widthToHeight, y: best.center.y)
    clearance = best.distance
  }

  private struct Square {
    let center: PlanePoint
    let half: Double
    let distance: Double
    /// No point of the square can be farther from the border than this.
    var bound: Double { distance + half * 2.squareRoot() }

    init(_ center: PlanePoint, half: Double, rings: [[PlanePoint]]) {
      self.center = center
      self.half = half
      distance = PlanePolygon(rings: rings).signedDistance(from: center)
    }
  }

  private static func search(_ rings: [[PlanePoint]]) -> Square? {
    let xs = rings[0].map(\.x)
    let ys = rings[0].map(\.y)
    guard let west = xs.min(), let east = xs.max(), let top = ys.min(), let low = ys.max() else {
      return nil
    }
    let size = min(east - west, low - top)
    guard size > 0 else { return nil }
    var queue: [Square] = []
    let half = size / 2
    // A sliver would need endless squares: no side is cut into more than fifty.
    let step = max(size, max(east - west, low - top) / 50)
    for x in stride(from: west, to: east, by: step) {
      for y in stride(from: top, to: low, by: step) {
        let center = PlanePoint(x: x + step / 2, y: y + step / 2)
        queue.append(Square(center, half: max(half, step / 2), rings: rings))
      }
    }
    var best = Square(
      PlanePoint(x: (west + east) / 2, y: (top + low) / 2), half: 0, rings: rings)
    var examined = 0
    while let next = queue.indices.max(by: { queue[$0].bound < queue[$1].bound }), examined < 2000 {
      examined += 1
      let square = queue.remove(at: next)
      if square.distance > best.distance { best = square }
      guard square.bound - best.distance > size / 100 else { break }
      let quarter = square.half / 2
      for (dx, dy) in [(-1.0, -1.0), (1, -1), (-1, 1), (1, 1)] {
        let center = PlanePoint(
          x: square.center.x + dx * quarter, y: square.center.y + dy * quarter)
        queue.append(Square(center, half: quarter, rings: rings))
      }
    }
    return best
  }
}

extension PlanePolygon {
  /// The distance from a point to the nearest border; negative outside and in holes.
  func signedDistance(from point: PlanePoint) -> Double {
    var isInside = false
    var least = Double.infinity
    for ring in rings {
      var previous = ring[ring.count - 1]
      for corner in ring {
        let straddles = (corner.y > point.y) != (previous.y > point.y)
        if straddles {
          let share = (point.y - corner.y) / (previous.y - corner.y)
          if point.x < corner.x + share * (previous.x - corner.x) { isInside.toggle() }
        }
        least = min(least, point.squaredDistance(toSegmentFrom: corner, to: previous))
        previous = corner
      }
    }
    return (isInside ? 1 : -1) * least.squareRoot()
  }

  func contains(_ point: PlanePoint) -> Bool { signedDistance(from: point) > 0 }

  /// Without holes; for finding the greatest part of an area.
  var outlineArea: Double {
    guard let outline = rings.first, var previous = outline.last else { return 0 }
    var twice = 0.0
    for corner in outline {
      twice += previous.x * corner.y - corner.x * previous.y
      previous = corner
    }
    return abs(twice) / 2
  }
}

extension PlanePoint {
  fileprivate func squaredDistance(
    toSegmentFrom start: PlanePoint, to end: PlanePoint
  ) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let share = length > 0 ? ((x - start.x) * dx + (y - start.y) * dy) / length : 0
    let t = min(max(share, 0), 1)
    let (ex, ey) = (x - start.x - t * dx, y - start.y - t * dy)
    return ex * ex + ey * ey
  }
}
