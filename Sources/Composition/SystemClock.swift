import Foundation
package import Workflows

/// The clock of the machine.
package struct SystemClock: WallClock {
  package init() {}

  package func now() -> String {
    Date().formatted(.iso8601)
  }

  /// The time since some moment, for differences only; it never goes back.
  package static let uptime: @Sendable () -> Duration = {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }()
}
