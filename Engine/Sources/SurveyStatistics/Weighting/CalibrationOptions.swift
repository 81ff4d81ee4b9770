/// How weights are calibrated, beyond the totals.
public struct CalibrationOptions: Sendable {
  /// What the bounds of a calibration are about.
  public enum BoundedQuantity: Sendable, Hashable {
    /// The factor g = new weight ÷ old weight; R's default.
    case factor
    /// The new weight itself; R: `bounds.const = TRUE`.
    case weight
  }

  /// The measure of distance.
  public var method = CalibrationMethod.linear
  /// The smallest and largest factor, or weight, allowed; the logit method needs them.
  public var bounds: ClosedRange<Double>?
  /// What ``bounds`` is about.
  public var bounded = BoundedQuantity.factor
  /// Whether all rows of a primary unit get the same g; R: `aggregate.stage = 1`.
  public var byPrimaryUnit = false
  /// A code for each row: rows with the same code get the same g; R: `aggregate.index`.
  public var groups: [Int32]?
  /// σ² of each row, above 0: the larger it is, the less the row's g is moved; R: `variance`.
  public var variances: [Double]?
  /// Where g is cut off afterwards, what is cut shared by the others; R: `trim`.
  public var trim: ClosedRange<Double>?
  /// How near each total t must come, relative to 1 + |t|.
  public var tolerance = 1e-10
  /// After so many steps of the search the totals count as not reached.
  public var maximumSteps = 500

  /// The defaults: linear, without bounds, each row on its own.
  public init() {}
}
