/// A stretch of border between two nodes of the map, in kilometres east and north of the centre.
///
/// Each stretch is drawn once and used by the areas on both sides, so that they neither overlap
/// nor leave a gap.
struct Border: Decodable {
  typealias Point = SIMD2<Double>

  var name: String
  /// The bends that give the border its shape, from node to node.
  var points: [[Double]]
  /// How many times each part is halved.
  var halvings: Int
  /// How far a midpoint may be moved to the side, as a part of the distance between its ends.
  var roughness: Double

  /// The border with its bends refined: each part is halved and its midpoint moved, over and over.
  func drawn(seed: UInt64) -> [Point] {
    var line = points.map { Point($0[0], $0[1]) }
    for halving in 0..<halvings {
      let chance = Chance(seed: seed, purpose: "border.\(name).\(halving)")
      var finer: [Point] = []
      for (place, (a, b)) in zip(line, line.dropFirst()).enumerated() {
        let side = Point(a.y - b.y, b.x - a.x)
        let part = roughness * (2 * chance.uniform(of: place) - 1)
        finer += [a, (a + b) / 2 + side * part]
      }
      line = finer + line.suffix(1)
    }
    return line
  }
}

/// The outline of an area as borders in order; a border walked backwards has a minus sign.
struct Outline: Decodable {
  var area: String
  var borders: [String]
}

/// The borders and outlines of `Files/map.json`.
struct MapPlan: Decodable {
  struct Place: Decodable {
    var longitude: Double
    var latitude: Double
    /// Degrees per kilometre.
    var degreesEast: Double
    var degreesNorth: Double
  }

  var seed: UInt64
  var centre: Place
  var borders: [Border]
  var outlines: [Outline]

  static func embedded() throws -> MapPlan {
    try EmbeddedFile.decode(MapPlan.self, from: PackageResources.map_json)
  }
}
