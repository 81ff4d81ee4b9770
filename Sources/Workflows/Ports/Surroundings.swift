/// Tells the time; injected so that tests decide it.
package protocol WallClock: Sendable {
  /// Now, ISO 8601 in UTC with seconds: `2025-11-22T20:45:00Z`.
  func now() -> String
}

/// Hears how far long work has come.
package protocol ProgressListener: Sendable {
  /// A step began; `key` is a text key under `progress.`.
  func began(_ key: String, arguments: [String: String])
  /// The step that began last has done a part in [0, 1].
  func advanced(to part: Double)
  /// The step that began last is done.
  func finished()
}

/// Listens to nothing.
package struct SilentProgress: ProgressListener {
  package init() {}
  package func began(_ key: String, arguments: [String: String]) {}
  package func advanced(to part: Double) {}
  package func finished() {}
}
