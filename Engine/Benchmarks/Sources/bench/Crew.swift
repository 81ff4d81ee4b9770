import CMachine
import Dispatch
import SurveyStatistics
import Synchronization

/// Threads that are lent to the engine, each with a core and a heap of its own.
///
/// A scheduler that is left alone may keep a thread that has just come on the core of the one that
/// made it, for as long as a small file takes, and threads with one heap wait for each other there.
final class Crew: Sendable {
  let count: Int
  private let rota = Rota()
  private let helpers: [DispatchSemaphore]

  init(count: Int) {
    self.count = count
    let cores = count > 1 ? Core.allowed : []
    helpers = (1..<max(count, 1)).map { _ in DispatchSemaphore(value: 0) }
    for (place, helper) in helpers.enumerated() {
      let rota = rota
      DispatchQueue(label: "crew \(place + 1)").async {
        Core.take(cores, place + 1)
        large_pages_for_thread()
        while true {
          helper.wait()
          guard rota.help() else { return }
        }
      }
    }
    Core.take(cores, 0)
  }

  deinit {
    rota.close()
    for helper in helpers { helper.signal() }
  }

  var workers: Workers {
    count == 1 ? .one : Workers(count: count) { self.perform($0, $1) }
  }

  /// What would have been spent on one thread at the least while others waited for it.
  ///
  /// - Parameter spent: processor seconds of all threads in all.
  /// - Returns: those of the thread that had most to do, and what was not shared.
  func longest(of spent: Double) -> Double { rota.longest(of: spent) }

  private func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      rota.open(Job(count: count, body: body))
      for helper in helpers.prefix(max(count - 1, 0)) { helper.signal() }
      rota.lead()
    }
  }
}

/// Calls for the numbers below a count, each taken by whoever is free.
private final class Job: Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private let next = Atomic(0)

  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    (self.count, self.body) = (count, body)
  }

  /// - Returns: the processor seconds of this thread.
  func work() -> Double {
    let start = Used.threadSeconds
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < count else { return Used.threadSeconds - start }
      body(place)
    }
  }
}

/// Who is at work on what.
private final class Rota: Sendable {
  private struct State {
    var job: Job?
    var helping = 0
    var isClosed = false
    /// Processor seconds of everyone at the present job.
    var used: [Double] = []
    /// Those of the busiest, one job after the other, and those of all.
    var (longest, all) = (0.0, 0.0)
  }

  private let state = Mutex(State())
  private let allDone = DispatchSemaphore(value: 0)

  func open(_ job: Job) { state.withLock { $0.job = job } }

  func close() { state.withLock { $0.isClosed = true } }

  /// Works, and waits for those who help; those who come too late find nothing to do.
  func lead() {
    let job = state.withLock(\.job)
    let seconds = job?.work() ?? 0
    let isAwaited = state.withLock { state in
      state.used.append(seconds)
      state.job = nil
      return state.helping > 0
    }
    if isAwaited { allDone.wait() }
    state.withLock { state in
      state.longest += state.used.max() ?? 0
      state.all += state.used.reduce(0, +)
      state.used = []
    }
  }

  /// - Returns: whether there will be more to do.
  func help() -> Bool {
    var job = state.withLock { state in
      state.helping += state.job == nil ? 0 : 1
      return state.job
    }
    guard job != nil else { return !state.withLock(\.isClosed) }
    let seconds = job?.work() ?? 0
    // What is lent must be given back before the lender is told so.
    job = nil
    let isLast = state.withLock { state in
      state.used.append(seconds)
      state.helping -= 1
      return state.helping == 0 && state.job == nil
    }
    if isLast { allDone.signal() }
    return true
  }

  func longest(of spent: Double) -> Double {
    state.withLock { spent - $0.all + $0.longest }
  }
}

/// A processor core that threads can be bound to.
private enum Core {
  /// Those that this process may use, by the system's numbers; first the one that it is on.
  static var allowed: [Int32] {
    let present = present_core()
    return [present] + (0..<core_count()).filter { $0 != present && may_use_core($0) != 0 }
  }

  /// Binds this thread to the one of a place, if there are so many.
  static func take(_ cores: [Int32], _ place: Int) {
    if place < cores.count { use_core(cores[place]) }
  }
}
