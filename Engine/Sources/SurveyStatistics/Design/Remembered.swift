import Synchronization

/// A value that is made when somebody first asks for it, and kept for all who ask later.
///
/// Copies share it; whoever changes what it follows from takes a new one.
final class Remembered<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value; others wait while it is made.
  func value(_ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
