import SafetyModel
import Texts

/// The figures that stand beside the line of a ``Trend``.
extension TrendDrawing {
  /// The room that the latest figure and the target need beside the line of a card.
  static func widthOfCardWords(_ trend: Trend, size: Double, in texts: Texts) -> Double {
    let last = trend.points.last { $0.value != nil }?.words(trend.unit, in: texts) ?? ""
    let target =
      trend.target.map { texts("chart.targetShort", ["figure": trend.targetWords($0, in: texts)]) }
      ?? ""
    // The figure is bold, which takes a tenth more.
    return max(
      TextMeasure.width(of: last, size: size * 1.1), TextMeasure.width(of: target, size: size - 1))
  }

  /// The latest figure beside its dot; the first of its run too, where there is room for both.
  func drawLastWords(on canvas: inout Canvas) {
    guard let last = trend.points.last(where: { $0.value != nil }) else { return }
    let spot = place(last)
    let words = last.words(trend.unit, in: texts)
    if trend.style == .card {
      let target = trend.target.map { y($0.value) } ?? -100
      let apart = abs(target - spot.y) < size ? (target < spot.y ? size : -size) + target : spot.y
      canvas.words(words, "c-value", at: (right + 10, apart + size * 0.34))
      return
    }
    drawValue(last, on: &canvas)
    guard let first = runs.last?.first, first.year != last.year,
      spot.x - place(first).x > TextMeasure.width(of: words, size: size) * 2
    else { return }
    drawValue(first, on: &canvas)
  }

  private func drawValue(_ point: Trend.Point, on canvas: inout Canvas) {
    let (x, height) = place(point)
    let upper = point.extent.map { y($0.upperBound) } ?? height
    let above = min(upper, height) - 9
    let isTargetThere = trend.target.map { abs(y($0.value) - above + 4) < size } ?? false
    let lower = point.extent.map { y($0.lowerBound) } ?? height
    let baseline = isTargetThere || above < size ? lower + size + 6 : above
    canvas.words(
      point.words(trend.unit, in: texts), "c-value c-halo", at: (x, baseline), anchor: .middle)
  }
}
