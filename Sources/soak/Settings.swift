/// What the simulation is asked to do.
struct Settings {
  var sampleCount = 2000
  var seed: UInt64 = 2025
  /// Where to write the page; `nil` shows it.
  var path: String?

  static let usage = "usage: soak [--samples NUMBER] [--seed NUMBER] [--write FILE]"

  /// - Returns: `nil` when the arguments are not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--samples":
        guard let count = Int(value), count > 1 else { return nil }
        sampleCount = count
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--write": path = value
      default: return nil
      }
    }
  }
}
