/// Where words stand on a drawing, so that none of them lie on each other.
struct LabelBoard {
  private struct Box {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
    func overlaps(_ other: Box) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
  }
  private var taken: [Box] = []

  /// A place where words may stand: `y` is the baseline.
  struct Spot {
    var x: Double
    var y: Double
    var anchor: Canvas.Anchor
  }

  /// Keeps words away from a mark.
  mutating func keepFree(around center: (x: Double, y: Double), radius: Double) {
    taken.append(
      Box(
        x: (center.x - radius)...(center.x + radius), y: (center.y - radius)...(center.y + radius)))
  }

  /// Keeps words away from a surface, such as one with other words.
  mutating func keepFree(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    taken.append(Box(x: x, y: y))
  }

  /// Writes words at the first spot that is free and within the drawing.
  ///
  /// When none is free, words that must stand somewhere take the first spot all the same.
  ///
  /// - Returns: Whether the words were written.
  @discardableResult
  mutating func write(
    _ words: String, _ style: String, at spots: [Spot], size: Double, isNeeded: Bool = false,
    on canvas: inout Canvas
  ) -> Bool {
    let width = TextMeasure.width(of: words, size: size)
    let kept = spots.map { LabelBoard.kept($0, width: width, within: canvas.units) }
    let boxes = kept.map { LabelBoard.box(of: $0, width: width, size: size) }
    let free = boxes.firstIndex { box in
      box.y.lowerBound >= 0 && !taken.contains { $0.overlaps(box) }
    }
    guard let choice = free ?? (isNeeded ? boxes.indices.first : nil) else { return false }
    taken.append(boxes[choice])
    canvas.words(
      words, style, at: (kept[choice].x, kept[choice].y), anchor: kept[choice].anchor, size: size)
    return true
  }

  /// The spot, moved sideways so that the words are within the drawing.
  private static func kept(_ spot: Spot, width: Double, within units: Double) -> Spot {
    let start = box(of: spot, width: width, size: 1).x.lowerBound + 3
    let moved = min(max(start, 0), max(units - width, 0))
    return Spot(x: spot.x + moved - start, y: spot.y, anchor: spot.anchor)
  }

  private static func box(of spot: Spot, width: Double, size: Double) -> Box {
    let start =
      switch spot.anchor {
      case .start: spot.x
      case .middle: spot.x - width / 2
      case .end: spot.x - width
      }
    return Box(
      x: (start - 3)...(start + width + 3), y: (spot.y - size * 0.85)...(spot.y + size * 0.25))
  }
}
