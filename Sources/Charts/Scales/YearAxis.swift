/// The years beneath a chart over time.
enum YearAxis {
  /// Writes the years, the most important first, as far as there is room.
  static func draw(
    _ years: [Int], _ x: LinearScale, baseline: Double, on canvas: inout Canvas
  ) {
    let size = canvas.textSize - 1
    let room = TextMeasure.width(of: "2025", size: size) + 10
    var drawn: [Double] = []
    for year in years {
      let half = room / 2 - 5
      let place = min(max(x(Double(year)), half), canvas.units - half)
      guard !drawn.contains(where: { abs($0 - place) < room }) else { continue }
      drawn.append(place)
      canvas.words(String(year), "c-tick", at: (place, baseline), anchor: .middle, size: size)
    }
  }
}
