extension DisclosureRules {
  /// The band that a base is told as; everything below the minimum base is one band.
  func band(of base: Int) -> BaseBand {
    guard base >= minimumBase else {
      return BaseBand(atLeast: 0, atMost: max(minimumBase - 1, 0))
    }
    let width = max(baseBand, 1)
    let start = max(base / width * width, minimumBase)
    return BaseBand(atLeast: start, atMost: base / width * width + width - 1)
  }

  /// Decimals of a percentage, or of a mean, that stands on a base.
  func decimals(of measure: Measure, base: Int) -> Int {
    let isLarge = base >= oneDecimalFromBase
    switch measure {
    case .proportion: return isLarge ? 1 : 0
    case .mean: return isLarge ? 2 : 1
    }
  }

  /// A figure with its status: rounded when shown, empty when not.
  func figure(_ cell: EstimatedCell, _ status: FigureStatus, decimals: Int) -> PublishedFigure {
    guard status == .shown else {
      return PublishedFigure(status: status, value: nil, lower: nil, upper: nil, decimals: decimals)
    }
    // A share in [0, 1] with d decimals of its percentage has d + 2 places.
    let places = cell.count == nil ? decimals : decimals + 2
    return PublishedFigure(
      status: .shown, value: cell.value.rounded(toPlaces: places),
      lower: cell.lower.rounded(toPlaces: places), upper: cell.upper.rounded(toPlaces: places),
      decimals: decimals)
  }
}

extension Double {
  /// The nearest number with so many decimals, half away from zero; zero has no sign.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<max(places, 0) { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return rounded == 0 ? 0 : rounded
  }
}
