/// The map of the areas: closed rings of longitude and latitude, counter-clockwise.
struct AreaMap {
  /// A position in whole hundred-thousandths of a degree, about a metre.
  struct Position: Hashable {
    var longitude: Int
    var latitude: Int
  }

  struct Ring {
    var area: String
    /// The last position equals the first.
    var positions: [Position]
  }

  let rings: [Ring]

  init(_ plan: MapPlan) {
    var lines: [String: [Position]] = [:]
    for border in plan.borders {
      let line = border.drawn(seed: plan.seed).map { AreaMap.position(of: $0, around: plan.centre) }
      lines[border.name] = line
      lines["-" + border.name] = line.reversed()
    }
    rings = plan.outlines.map { outline in
      let parts = outline.borders.map { lines[$0] ?? [] }
      let positions = parts.flatMap { $0.dropLast() }
      return Ring(area: outline.area, positions: positions + positions.prefix(1))
    }
  }

  private static func position(
    of point: Border.Point, around centre: MapPlan.Place
  ) -> Position {
    let longitude = centre.longitude + point.x * centre.degreesEast
    let latitude = centre.latitude + point.y * centre.degreesNorth
    return Position(
      longitude: Int((longitude * 100_000).rounded()),
      latitude: Int((latitude * 100_000).rounded()))
  }
}
