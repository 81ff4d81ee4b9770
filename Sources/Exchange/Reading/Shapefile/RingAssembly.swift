/// Puts rings together to polygons: outlines go with the clock, holes against it.
enum RingAssembly {
  typealias Ring = [ShapeRings.Point]

  /// Each polygon's outline first, then its holes.
  static func polygons(_ rings: [Ring]) -> [[Ring]] {
    let outlines = rings.filter { signedArea($0) <= 0 }
    // A file with every ring the wrong way round has outlines only.
    guard !outlines.isEmpty else { return rings.map { [$0] } }
    var polygons = outlines.map { [$0] }
    for hole in rings where signedArea(hole) > 0 {
      let around = polygons.indices.filter { index in
        hole.first.map { contains(polygons[index][0], $0) } ?? false
      }
      // The smallest outline around it, when one island lies within another's lake.
      let smallest = around.min {
        signedArea(polygons[$0][0]).magnitude < signedArea(polygons[$1][0]).magnitude
      }
      if let smallest { polygons[smallest].append(hole) } else { polygons.append([hole]) }
    }
    return polygons
  }

  /// Positive against the clock.
  static func signedArea(_ ring: Ring) -> Double {
    guard let origin = ring.first else { return 0 }
    // Relative to the first point: coordinates in the millions would cost half the digits.
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    } / 2
  }

  static func contains(_ ring: Ring, _ point: ShapeRings.Point) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }
}
