import DisclosureControl

/// Rounded figures as texts: a point, and exactly the decimals that a figure carries.
enum DecimalText {
  /// The text of a number with the given decimals: `0.254`, `-3.0`.
  static func text(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let units = (value * scale).rounded()
    guard units.magnitude < 9e15 else { return value.description }
    let digits = String(Int(units.magnitude))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    guard decimals > 0 else { return sign + padded }
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}

extension PublishedFigure {
  /// Decimals of the written number; proportions are written in [0, 1], so two more than percent.
  func writtenDecimals(_ measure: Measure) -> Int {
    switch measure {
    case .proportion: max(0, decimals) + 2
    case .mean: max(0, decimals)
    }
  }
}
