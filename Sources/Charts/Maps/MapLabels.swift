/// What is written on a map, and where: the figure, and the name beneath it where it fits.
struct MapLabel {
  /// What could be written, the fullest form of it.
  struct Words {
    var figure: String
    /// Without its unit, for a small area.
    var shortFigure: String
    var name: String

    var withoutName: Words { Words(figure: figure, shortFigure: shortFigure, name: "") }
  }
  let figure: String
  let name: [String]
  private(set) var center: PlanePoint
  let size: Double
  /// Whether there is room for the label in the area; else it lies across the border.
  private(set) var isInside = false
  /// Where in the area the line from a label beside it ends; `nil` for a label at its area.
  private(set) var anchor: PlanePoint?

  var figureSize: Double { size + 3 }
  private var height: Double { figureSize + Double(name.count) * (size - 1) * 1.15 }
  private var width: Double {
    let nameWidth = name.map { TextMeasure.width(of: $0, size: size - 1) }.max() ?? 0
    return max(TextMeasure.width(of: figure, size: figureSize), nameWidth)
  }
  /// The baselines of the figure and of the name's first line.
  var figureBaseline: Double { center.y - height / 2 + figureSize * 0.86 }
  var nameBaseline: Double { figureBaseline + size * 1.15 }

  /// The labels of all areas that have room for one, with the places of their areas in the list.
  ///
  /// The greatest areas come first: where two labels would lie on each other, the later one loses
  /// its name, or is left out. A name that has no room in its area stands beside it, with a line
  /// to it; upon other areas only when it `mayCover` them, as on a wide drawing.
  static func placed(
    _ words: [Words], on shapes: [[PlanePolygon]],
    within room: (width: Double, height: Double), size: Double, mayCover: Bool = false
  ) -> [(Int, MapLabel)] {
    let sizes = shapes.map { $0.reduce(0) { $0 + $1.outlineArea } }
    var placed: [(Int, MapLabel)] = []
    for index in shapes.indices.sorted(by: { sizes[$0] > sizes[$1] }) {
      if let named = MapLabel(words[index], polygons: shapes[index], size: size),
        named.name.isEmpty, !words[index].name.isEmpty,
        let beside = MapLabel(
          beside: words[index], polygons: shapes[index], others: shapes, avoiding: placed,
          within: room, size: size, mayCover: mayCover)
      {
        placed.append((index, beside))
        continue
      }
      for words in [words[index], words[index].withoutName] {
        guard var label = MapLabel(words, polygons: shapes[index], size: size) else { continue }
        label.keep(within: room.width, room.height)
        guard !placed.contains(where: { $0.1.overlaps(label) }) else { continue }
        placed.append((index, label))
        break
      }
    }
    return placed.sorted { $0.0 < $1.0 }
  }

  /// The label of an area with as many words as there is room for, in its greatest part.
  init?(_ words: Words, polygons: [PlanePolygon], size: Double) {
    guard let part = polygons.max(by: { $0.outlineArea < $1.outlineArea }),
      let place = InteriorPoint(of: part)
    else { return nil }
    let attempts = [200.0, 110, 80].map {
      TextMeasure.wrapped(words.name, width: $0, size: size - 1, maxLines: 3)
    }
    // A name that had to be cut or broken inside a word is no name.
    let whole = attempts.filter { $0.joined(separator: " ") == words.name }
    let wordings =
      whole.map { (words.figure, $0) } + [(words.figure, [])] + [(words.shortFigure, [])]
    let labels = wordings.map {
      MapLabel(figure: $0.0, name: $0.1, center: place.point, size: size)
    }
    guard let last = labels.last else { return nil }
    self = labels.first { $0.isInside(part) } ?? last
    isInside = isInside(part)
  }

  /// The label of an area too small for its name: as near it as there is room, outside all areas
  /// if possible.
  private init?(
    beside words: Words, polygons: [PlanePolygon], others: [[PlanePolygon]],
    avoiding placed: [(Int, MapLabel)], within room: (width: Double, height: Double), size: Double,
    mayCover: Bool
  ) {
    guard let part = polygons.max(by: { $0.outlineArea < $1.outlineArea }),
      let point = InteriorPoint(of: part)?.point
    else { return nil }
    let name = TextMeasure.wrapped(words.name, width: 120, size: size - 1, maxLines: 3)
    guard name.joined(separator: " ") == words.name else { return nil }
    var best: (label: MapLabel, penalty: Double)?
    for (dx, dy) in MapLabel.directions {
      for distance in stride(from: 1.0, through: 4, by: 0.5) {
        var label = MapLabel(figure: words.figure, name: name, center: point, size: size)
        label.anchor = point
        label.center.x += dx * (label.width / 2 + distance * size)
        label.center.y += dy * (label.height / 2 + distance * size)
        guard label.isWithin(room), !polygons.contains(where: { label.covers($0) }),
          !placed.contains(where: { $0.1.overlaps(label) })
        else { continue }
        let isOverOthers = others.joined().contains { label.covers($0) }
        guard mayCover || !isOverOthers else { continue }
        let penalty = distance + (isOverOthers ? 6 : 0)
        if best.map({ penalty < $0.penalty }) ?? true { best = (label, penalty) }
      }
    }
    guard let best else { return nil }
    self = best.label
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
  ]

  private func isWithin(_ room: (width: Double, height: Double)) -> Bool {
    center.x >= width / 2 && center.x <= room.width - width / 2 && center.y >= height / 2
      && center.y <= room.height - height / 2
  }

  /// Whether any of nine points of the label lies in a polygon.
  private func covers(_ polygon: PlanePolygon) -> Bool {
    [-1.0, 0, 1].contains { dx in
      [-1.0, 0, 1].contains { dy in
        polygon.contains(
          PlanePoint(x: center.x + dx * width / 2, y: center.y + dy * height / 2))
      }
    }
  }

  /// Where the line from the area meets the label.
  var lineEnd: PlanePoint? {
    guard let anchor else { return nil }
    return PlanePoint(
      x: min(max(anchor.x, center.x - width / 2), center.x + width / 2),
      y: min(max(anchor.y, center.y - height / 2), center.y + height / 2))
  }

  private init(figure: String, name: [String], center: PlanePoint, size: Double) {
    self.figure = figure
    self.name = name
    self.center = center
    self.size = size
  }

  private func isInside(_ polygon: PlanePolygon) -> Bool {
    let shares = [-1.0, -0.5, 0, 0.5, 1]
    return shares.allSatisfy { dx in
      [-1.0, 0, 1].allSatisfy { dy in
        polygon.contains(
          PlanePoint(x: center.x + dx * (width / 2 + 3), y: center.y + dy * (height / 2 + 1)))
      }
    }
  }

  /// Moves the label so that nothing of it is outside the drawing.
  private mutating func keep(within width: Double, _ height: Double) {
    center.x = min(max(center.x, self.width / 2), width - self.width / 2)
    center.y = max(min(center.y, height - self.height / 2), self.height / 2)
  }

  /// Whether two labels would lie on each other.
  private func overlaps(_ other: MapLabel) -> Bool {
    abs(center.x - other.center.x) < (width + other.width) / 2 + 2
      && abs(center.y - other.center.y) < (height + other.height) / 2
  }
}
