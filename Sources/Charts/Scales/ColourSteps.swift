/// Ordered colours, and the round limits between them.
///
/// The seven colours stand in `charts.css`; they differ by lightness, so that they can be told
/// apart without seeing hue. Words on 1…4 have the colour of ink, on 5…7 that of paper.
enum ColourSteps {
  /// Which of the seven colours stand for `count` ordered things, lightest first.
  static func colours(_ count: Int) -> [Int] {
    switch count {
    case ...0: []
    case 1: [4]
    case 2: [2, 6]
    case 3: [1, 4, 6]
    case 4: [1, 3, 5, 7]
    case 5: [1, 2, 4, 5, 7]
    case 6: [1, 2, 3, 5, 6, 7]
    default: (0..<count).map { 1 + $0 * 6 / (count - 1) }
    }
  }

  /// At most five classes of equal width with round limits that hold all values.
  ///
  /// A value on a limit belongs to the class above; the last class holds its upper end. Equal
  /// values make one class, and no class is narrower than `leastStep`.
  static func limits(
    of values: [Double], within range: ClosedRange<Double>, leastStep: Double
  ) -> [Double] {
    guard let least = values.min(), let greatest = values.max() else { return [] }
    let span = greatest - least
    let size = max(abs(least), abs(greatest))
    var step = LinearScale.roundStep(
      atLeast: max(span / 5, leastStep, span > 0 ? 0 : max(size / 10, 1e-3)))
    while true {
      let first = (least / step + 1e-6).rounded(.down)
      let last = max((greatest / step - 1e-6).rounded(.up), first + 1)
      if last - first <= 5 {
        return stride(from: first, through: last, by: 1).map {
          min(max($0 * step, range.lowerBound), range.upperBound)
        }
      }
      step = LinearScale.roundStep(atLeast: step * 1.5)
    }
  }

  /// The class of a value, from 0.
  static func index(of value: Double, limits: [Double]) -> Int {
    let passed = limits.dropLast().dropFirst().filter { value >= $0 - 1e-9 }
    return passed.count
  }
}
