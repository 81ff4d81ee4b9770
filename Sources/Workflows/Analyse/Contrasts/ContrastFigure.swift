import SafetyModel

/// A figure that a contrast is made of.
package struct ContrastFigure: Hashable, Sendable {
  let number: EstimateNumbers.Number
  let group: [ContrastNames.Value]
  /// The wave that it is of; `nil` for several waves together.
  let year: Int?
}

extension [ContrastFigure] {
  /// The number and the dimensions that all figures share; `nil` when they differ.
  var common: (number: EstimateNumbers.Number, dimensions: [String])? {
    guard let first else { return nil }
    let dimensions = first.group.map(\.dimension)
    let isCommon = allSatisfy {
      $0.number == first.number && $0.group.map(\.dimension) == dimensions
    }
    return isCommon ? (first.number, dimensions) : nil
  }

  /// The same; groups of several breakdowns are an error where an option needs a single one.
  func common(
    in contrasts: [Contrast], for option: String
  ) throws -> (number: EstimateNumbers.Number, dimensions: [String]) {
    if let common { return common }
    throw Problems([
      Problem(
        "contrast.oneBreakdown",
        arguments: ["text": contrasts.map(\.text).joined(separator: "; "), "option": option])
    ])
  }
}

extension Sequence where Element: Hashable {
  /// The elements in their order, each the first time that it comes.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
