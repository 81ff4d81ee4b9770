import Dispatch
import Glibc
import SurveyStatistics
import Synchronization

/// Threads that are lent to the engine, and what the busiest of them had to do.
final class Crew: Sendable {
  let count: Int
  /// Processor seconds of the thread that worked longest, one piece of shared work after the other.
  private let longest = Mutex(0.0)
  /// The same of all threads together.
  private let all = Mutex(0.0)

  init(count: Int) {
    self.count = count
    // A thread takes a while to come; it may do so while others still look at the file.
    if count > 1 { DispatchQueue.concurrentPerform(iterations: count) { _ in } }
  }

  var workers: Workers {
    count == 1 ? .one : Workers(count: count) { self.perform($0, $1) }
  }

  /// What would have been spent on one thread at the least while others waited for it.
  ///
  /// - Parameter spent: processor seconds of all threads in all.
  /// - Returns: those of the thread that had most to do, and what was not shared.
  func longest(of spent: Double) -> Double {
    spent - all.withLock(\.self) + longest.withLock(\.self)
  }

  private func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let next = Atomic(0)
    let used = Mutex([Double]())
    DispatchQueue.concurrentPerform(iterations: min(self.count, count)) { _ in
      let start = Used.threadSeconds
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < count else { break }
        body(place)
      }
      let seconds = Used.threadSeconds - start
      used.withLock { $0.append(seconds) }
    }
    let seconds = used.withLock(\.self)
    longest.withLock { $0 += seconds.max() ?? 0 }
    all.withLock { $0 += seconds.reduce(0, +) }
  }
}
