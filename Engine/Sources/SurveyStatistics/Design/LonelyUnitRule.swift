/// What to do with a stratum that has one sampled primary unit, whose spread is unknown.
///
/// A stratum whose single unit is its whole population has no sampling variance under any rule.
/// The rules are those of R's `survey.lonely.psu`; golden values: `Golden/lonely_*.json`.
public enum LonelyUnitRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// Refuse the design; R's default.
  case fail
  /// Let the stratum contribute no variance, which understates it.
  case remove
  /// Centre the unit at the mean of all units instead of its stratum's; rather too large.
  case adjust
  /// Give the stratum the mean variance of the others.
  case average
  /// Treat the unit as drawn with certainty: no variance.
  case certainty
}
