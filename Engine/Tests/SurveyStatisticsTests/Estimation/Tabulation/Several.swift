import Dispatch
import SurveyStatistics

extension Workers {
  /// Three at a time, on threads of their own as far as the machine has them.
  static let several = Workers(count: 3) {
    DispatchQueue.concurrentPerform(iterations: $0, execute: $1)
  }
}
