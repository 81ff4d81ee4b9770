import SafetyModel

/// A point on a drawing.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// A polygon on a drawing: the outline first, then its holes.
struct PlanePolygon: Hashable, Sendable {
  var rings: [[PlanePoint]]
}

/// From longitude and latitude to a drawing of a municipality.
///
///     x = s · λ · cos φ₀,  y = −s · φ
///
/// with φ₀ the middle latitude: equirectangular, true to scale along that parallel and along every
/// meridian, which over a municipality's 50 kilometres errs by less than a line is wide.
struct MapProjection: Sendable {
  private let origin: Position
  private let scale: (x: Double, y: Double)
  private let offset: PlanePoint
  /// The height that the map takes.
  let height: Double

  /// A projection that fits all areas; `nil` when there is nothing to draw.
  init?(fitting areas: [AreaGeometry], width: Double, maxHeight: Double) {
    let positions = areas.flatMap { $0.polygons.flatMap { $0.rings.joined() } }
      .filter { $0.longitude.isFinite && $0.latitude.isFinite }
    guard let west = positions.map(\.longitude).min(), let east = positions.map(\.longitude).max(),
      let south = positions.map(\.latitude).min(), let north = positions.map(\.latitude).max()
    else { return nil }
    let narrowing = max(MapProjection.cosine(ofDegrees: (south + north) / 2), 0.01)
    let size = (x: max((east - west) * narrowing, 1e-9), y: max(north - south, 1e-9))
    let factor = min(width / size.x, maxHeight / size.y)
    origin = Position(longitude: west, latitude: north)
    scale = (factor * narrowing, factor)
    offset = PlanePoint(x: (width - size.x * factor) / 2, y: 0)
    height = size.y * factor
  }

  func point(_ position: Position) -> PlanePoint {
    PlanePoint(
      x: offset.x + (position.longitude - origin.longitude) * scale.x,
      y: offset.y + (origin.latitude - position.latitude) * scale.y)
  }

  /// The polygons of an area that have a surface, without corners too close to be seen.
  func polygons(of area: AreaGeometry) -> [PlanePolygon] {
    area.polygons.compactMap { polygon in
      let rings = polygon.rings.map { ring in
        MapProjection.thinned(
          ring.filter { $0.longitude.isFinite && $0.latitude.isFinite }.map(point))
      }
      guard let outline = rings.first, outline.count >= 3 else { return nil }
      return PlanePolygon(rings: [outline] + rings.dropFirst().filter { $0.count >= 3 })
    }
  }

  /// Corners at least half a unit from the one before: a border has thousands of them.
  ///
  /// What neighbours then differ by is less than the line between them is wide.
  private static func thinned(_ ring: [PlanePoint]) -> [PlanePoint] {
    var kept: [PlanePoint] = []
    for corner in ring {
      if let last = kept.last, abs(last.x - corner.x) < 0.5, abs(last.y - corner.y) < 0.5 {
        continue
      }
      kept.append(corner)
    }
    return kept.count < 4 ? ring : kept
  }

  /// The cosine without a library: Taylor's series to x¹², exact to 1e-8 up to 90°.
  private static func cosine(ofDegrees degrees: Double) -> Double {
    let x = min(max(degrees, -90), 90) * Double.pi / 180
    var term = 1.0
    var sum = 1.0
    for k in stride(from: 2.0, through: 16, by: 2) {
      term *= -x * x / (k * (k - 1))
      sum += term
    }
    return sum
  }
}
