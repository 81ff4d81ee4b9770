extension Polygon {
  /// Whether the position lies within the outline and in none of the holes (even–odd rule).
  package func contains(_ position: Position) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst())
      where (a.latitude > position.latitude) != (b.latitude > position.latitude) {
        let part = (position.latitude - a.latitude) / (b.latitude - a.latitude)
        if position.longitude < a.longitude + part * (b.longitude - a.longitude) {
          isInside.toggle()
        }
      }
    }
    return isInside
  }
}

extension [Polygon] {
  package func contains(_ position: Position) -> Bool {
    contains { $0.contains(position) }
  }

  /// The corners of the smallest box around them; `nil` without points.
  package var box: (low: Position, high: Position)? {
    let all = lazy.flatMap(\.rings).joined()
    guard let first = all.first else { return nil }
    return all.reduce(into: (first, first)) { box, point in
      box.0.longitude = Swift.min(box.0.longitude, point.longitude)
      box.0.latitude = Swift.min(box.0.latitude, point.latitude)
      box.1.longitude = Swift.max(box.1.longitude, point.longitude)
      box.1.latitude = Swift.max(box.1.latitude, point.latitude)
    }
  }

  /// Positions spread evenly within them: those of an n × n grid over their box that lie inside.
  package func samplePositions(n: Int = 30) -> [Position] {
    guard let box else { return [] }
    var positions: [Position] = []
    for row in 0..<n {
      for column in 0..<n {
        let position = Position(
          longitude: box.low.longitude
            + (Double(column) + 0.5) / Double(n) * (box.high.longitude - box.low.longitude),
          latitude: box.low.latitude
            + (Double(row) + 0.5) / Double(n) * (box.high.latitude - box.low.latitude))
        if contains(position) { positions.append(position) }
      }
    }
    return positions
  }

  /// The part of these that lies in the others, in [0, 1], to about a hundredth.
  ///
  /// Counted by positions rather than cut along borders: what is asked is whether two drawings are
  /// of the same area, and borders that nearly coincide are where cutting fails.
  package func partInside(_ others: [Polygon]) -> Double {
    guard let mine = box, let theirs = others.box, mine.low.longitude <= theirs.high.longitude,
      theirs.low.longitude <= mine.high.longitude, mine.low.latitude <= theirs.high.latitude,
      theirs.low.latitude <= mine.high.latitude
    else { return 0 }
    let positions = samplePositions()
    guard !positions.isEmpty else { return 0 }
    return Double(positions.count { others.contains($0) }) / Double(positions.count)
  }
}
