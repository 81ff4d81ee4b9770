import Markup
import SafetyModel
import Texts

/// The drawing of a ``PlaceStrip`` in one width.
struct PlaceStripDrawing {
  private let strip: PlaceStrip
  private let texts: Texts
  private let x: LinearScale
  private let size: Double
  private let radius: Double
  private let spots: [(value: PlaceValue, x: Double, y: Double)]
  private let middle: Double
  private let half: Double

  /// `nil` without a single value.
  init?(_ strip: PlaceStrip, canvas: Canvas, texts: Texts) {
    let values = strip.comparison.values.filter(\.value.isFinite)
    let marks = [strip.comparison.country?.value, strip.comparison.groupMean?.value]
    let all = values.map(\.value) + marks.compactMap(\.self)
    guard !values.isEmpty, let lowest = all.min(), let highest = all.max() else { return nil }
    self.strip = strip
    self.texts = texts
    size = canvas.textSize
    radius = canvas.isNarrow ? 2.9 : 3.6
    x = LinearScale(
      holding: lowest...highest, limits: strip.unit.limits, count: canvas.isNarrow ? 4 : 6,
      places: (14, canvas.units - 14))
    let swarm = Self.swarm(values, x, step: radius * 2 + 0.5)
    // As high as the crowd needs.
    let needed = max(swarm.map { abs($0.y) }.max() ?? 0, 24) + 14
    let middle = size * 3.9 + needed
    half = needed
    self.middle = middle
    spots = swarm.map { ($0.value, $0.x, $0.y + middle) }
  }

  /// Each dot at its value, as near the middle line, which is 0, as there is room.
  private static func swarm(_ values: [PlaceValue], _ x: LinearScale, step: Double)
    -> [(value: PlaceValue, x: Double, y: Double)]
  {
    var placed: [(value: PlaceValue, x: Double, y: Double)] = []
    let levels = Int(150 / step)
    let offsets = [0.0] + (1...max(levels, 1)).flatMap { [Double($0) * step, -Double($0) * step] }
    for value in values.sorted(by: { ($0.value, $0.place) < ($1.value, $1.place) }) {
      let place = x(value.value)
      let near = placed.suffix(offsets.count * 3).filter { abs($0.x - place) < step }
      let offset =
        offsets.first { offset in
          near.allSatisfy { other in
            let (dx, dy) = (other.x - place, other.y - offset)
            return dx * dx + dy * dy >= step * step
          }
        } ?? offsets[placed.count % offsets.count]
      placed.append((value, place, offset))
    }
    return placed
  }

  func draw(on canvas: inout Canvas) {
    let bottom = middle + half + 8
    var ground = Canvas(id: canvas.id, width: canvas.width)
    drawAxis(bottom: bottom, on: &ground)
    for spot in spots where !isTold(spot.value) {
      ground.add(dot(spot, strip.comparison.isInGroup(spot.value.place) ? "c-group" : "c-place"))
    }
    drawReferences(bottom: bottom, on: &ground)
    canvas.add(element("g", .aria("hidden", "true")) { ground.content })
    for spot in spots where isTold(spot.value) && spot.value.place != strip.comparison.own {
      canvas.add(link(spot, strip.comparison.isInGroup(spot.value.place) ? "c-group" : "c-place"))
    }
    if let own = spots.first(where: { $0.value.place == strip.comparison.own }) {
      canvas.add(link((own.value, own.x, middle), "c-area"))
    }
    drawWords(on: &canvas)
    canvas.height = bottom + size + 14
  }

  /// The municipality, a group that is not too large and both ends can be reached by the keyboard;
  /// with 290 stops nobody would come past the chart.
  private func isTold(_ value: PlaceValue) -> Bool {
    let isSmall = (strip.comparison.group?.places.count ?? 0) <= 35
    return value.place == strip.comparison.own
      || (isSmall && strip.comparison.isInGroup(value.place))
      || value.place == spots.first?.value.place || value.place == spots.last?.value.place
  }

  private func drawAxis(bottom: Double, on canvas: inout Canvas) {
    for tick in x.ticks {
      canvas.line("c-axis", from: (x(tick), middle - half - 4), to: (x(tick), bottom))
      let words = strip.unit.tick(tick, step: x.step, in: texts)
      let width = TextMeasure.width(of: words, size: size - 1) / 2
      canvas.words(
        words, "c-tick", at: (min(max(x(tick), width), canvas.units - width), bottom + size + 6),
        anchor: .middle, size: size - 1)
    }
  }

  /// Lines, because neither the country nor a mean is one of the municipalities.
  private func drawReferences(bottom: Double, on canvas: inout Canvas) {
    if let mean = strip.comparison.groupMean {
      let place = x(mean.value)
      canvas.line("c-group-mean", from: (place, middle - half - 4), to: (place, bottom))
    }
    if let country = strip.comparison.country {
      let place = x(country.value)
      canvas.line("c-target", from: (place, middle - half - 8), to: (place, bottom))
    }
  }

  private func named(_ value: PlaceValue) -> String {
    texts(
      "chart.named",
      ["name": value.name(in: texts), "figure": strip.string(value.value, in: texts)])
  }

  private func dot(
    _ spot: (value: PlaceValue, x: Double, y: Double), _ style: String
  ) -> Fragment {
    element("g") {
      element("title") { text(named(spot.value)) }
      element(
        "circle", .class(style), .number("cx", spot.x), .number("cy", spot.y),
        .number("r", style == "c-area" ? 8 : style == "c-group" ? radius + 1 : radius))
    }
  }

  /// A dot that the keyboard can reach, with its name above while it is there.
  private func link(
    _ spot: (value: PlaceValue, x: Double, y: Double), _ style: String
  ) -> Fragment {
    var words = Canvas(id: "", width: .narrow)
    let name = named(spot.value)
    let width = TextMeasure.width(of: name, size: size - 1) / 2
    let units = x.places.last + 14
    words.words(
      name, "c-place-name c-halo",
      at: (min(max(spot.x, width), max(units - width, width)), size * 3.3), anchor: .middle,
      size: size - 1)
    return element(
      "a", .class("c-told"), .href(.fragment("\(strip.heading.id)-table")), .aria("label", name)
    ) {
      dot(spot, style)
      element("g", .aria("hidden", "true")) { words.content }
    }
  }

  private func drawWords(on canvas: inout Canvas) {
    var part = Canvas(id: canvas.id, width: canvas.width)
    var board = LabelBoard()
    func write(_ name: String, _ value: Double, _ style: String) {
      let words = texts(
        "chart.placeFigure", ["name": name, "figure": strip.string(value, in: texts)])
      let rows = [size, size * 2.1].map { LabelBoard.Spot(x: x(value), y: $0, anchor: .middle) }
      board.write(words, style, at: rows, size: size - 1, isNeeded: true, on: &part)
    }
    if let own = strip.comparison.ownValue { write(own.name(in: texts), own.value, "c-value") }
    if let country = strip.comparison.country {
      write(country.name(in: texts), country.value, "c-soft")
    }
    canvas.add(element("g", .class("c-over"), .aria("hidden", "true")) { part.content })
  }
}
