import SafetyModel
import Texts

/// Where the stretches of an ``IndicatorTrend`` stand, and their axes.
struct IndicatorTrendLayout {
  /// The stretch of one way of measuring.
  struct Stretch {
    let x: LinearScale
    let y: LinearScale
    /// Which axis: stretches in the same unit beside each other share one.
    let panel: Int
  }
  /// Stretches in one unit with their common axis.
  struct Panel {
    let y: LinearScale
    let ticks: [String]
    var start: Double
    var end: Double
  }
  private(set) var stretches: [Stretch] = []
  private(set) var panels: [Panel] = []
  /// From where to where the break after a stretch is drawn.
  private(set) var gaps: [ClosedRange<Double>] = []
  let top: Double
  let bottom: Double
  let size: Double

  /// `nil` when there is nothing to draw.
  init?(_ trend: IndicatorTrend, canvas: Canvas, texts: Texts) {
    guard !trend.segments.isEmpty else { return nil }
    size = canvas.textSize
    top = trend.segments.count > 1 ? 40 : 26
    bottom = canvas.width == .broad ? 320 : 240
    var numbers: [Int] = []
    for (place, segment) in trend.segments.enumerated() {
      let isSame = place > 0 && trend.segments[place - 1].unit == segment.unit
      numbers.append(isSame ? (numbers.last ?? 0) : (numbers.last ?? -1) + 1)
    }
    let axes = Set(numbers).sorted().map { number in
      let segments = trend.segments.indices.filter { numbers[$0] == number }
      return Self.axis(trend, segments, bottom: bottom, top: top)
    }
    let words = zip(axes, Set(numbers).sorted()).map { axis, number in
      let unit = trend.segments[numbers.firstIndex(of: number) ?? 0].unit
      return axis.ticks.map { unit.tick($0, step: axis.step, in: texts) }
    }
    place(trend, numbers, axes, words, units: canvas.units, isNarrow: canvas.isNarrow)
  }

  private static func axis(
    _ trend: IndicatorTrend, _ places: [Int], bottom: Double, top: Double
  ) -> LinearScale {
    let segments = places.map { trend.segments[$0] }
    var values = segments.flatMap(\.points).flatMap { point in
      [point.value, point.interval?.lowerBound, point.interval?.upperBound].compactMap(\.self)
    }
    if places.last == trend.segments.indices.last {
      values += trend.targets.map(\.value) + trend.fan.flatMap { [$0.low, $0.high] }
    }
    let isCounted = segments.contains(where: \.isCounted)
    if isCounted { values.append(0) }
    let finite = values.filter(\.isFinite)
    let lowest = finite.min() ?? 0
    let highest = max(finite.max() ?? 1, lowest)
    let unit = segments.first?.unit ?? .proportion
    // A hair's breadth must not look like a landslide.
    let least = unit == .proportion ? 0.1 : isCounted ? 1 : abs(highest) * 0.2
    let wider = max(0, (least - highest + lowest) / 2)
    let scale = LinearScale(
      holding: (lowest - wider)...(highest + wider), limits: unit.limits, count: 4,
      places: (bottom, top))
    // Nobody counts half an area.
    return isCounted && scale.step < 1
      ? LinearScale(
        holding: min(lowest.rounded(.down), 0)...max(highest.rounded(.up), 1),
        limits: -1e12...1e12, count: Int(max(highest - lowest, 1)), places: (bottom, top))
      : scale
  }

  private mutating func place(
    _ trend: IndicatorTrend, _ numbers: [Int], _ axes: [LinearScale], _ words: [[String]],
    units: Double, isNarrow: Bool
  ) {
    let spans = trend.segments.indices.map { Self.span(trend, $0) }
    let total = spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    let least = max(total * 0.06, 0.5)
    let weights = spans.map { max($0.upperBound - $0.lowerBound, least) }
    let tickRoom = words.map { list in
      (list.map { TextMeasure.width(of: $0, size: size - 1) }.max() ?? 0) + 20
    }
    let band = isNarrow ? 26.0 : 44
    let gapRooms = numbers.indices.dropFirst().map {
      band + 12 + (numbers[$0] == numbers[$0 - 1] ? 0 : tickRoom[numbers[$0]])
    }
    let right = units - 16
    let room = max(right - tickRoom[0] - gapRooms.reduce(0, +), 40)
    var start = tickRoom[0]
    for (place, span) in spans.enumerated() {
      if place > 0 {
        gaps.append((start + 6)...(start + 6 + band))
        start += gapRooms[place - 1]
      }
      let end = start + room * weights[place] / weights.reduce(0, +)
      // A single moment stands in the middle of its stretch.
      let margin = span.lowerBound == span.upperBound ? 1.0 : 0
      stretches.append(
        Stretch(
          x: LinearScale(
            exactly: (span.lowerBound - margin)...(span.upperBound + margin), places: (start, end)),
          y: axes[numbers[place]], panel: numbers[place]))
      if panels.count == numbers[place] {
        panels.append(
          Panel(y: axes[numbers[place]], ticks: words[numbers[place]], start: start, end: end))
      }
      panels[numbers[place]].end = end
      start = end
    }
  }

  /// From the first to the last moment of a stretch; the newest reaches to its deadlines.
  private static func span(_ trend: IndicatorTrend, _ place: Int) -> ClosedRange<Double> {
    var moments = trend.segments[place].points.map(\.period.onAxis)
    if place == trend.segments.indices.last {
      moments += trend.targets.map(\.deadline.onAxis) + trend.fan.map(\.period.onAxis)
    }
    let first = moments.min() ?? 0
    return first...max(moments.max() ?? first, first)
  }
}
