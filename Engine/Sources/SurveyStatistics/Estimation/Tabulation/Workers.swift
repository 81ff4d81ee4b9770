/// Who does the work of a tabulation: the calling thread alone, or several at once.
///
/// The engine starts no threads. Whoever has some lends them by a function that calls a closure for
/// every number below a count and returns when all calls have ended, in any order and on any
/// thread, such as `DispatchQueue.concurrentPerform(iterations:execute:)`. Figures do not depend on
/// how many there are, to the last bit.
public struct Workers: Sendable {
  /// Calls its second argument with 0, 1, … below the first, and returns after the last call.
  public typealias Performance = @Sendable (Int, @Sendable (Int) -> Void) -> Void

  /// How many work at the same time, at least 1.
  public let count: Int
  private let perform: Performance

  /// The calling thread alone.
  public static let one = Workers(count: 1) { count, body in
    for place in 0..<count { body(place) }
  }

  /// Lends threads.
  ///
  /// - Parameters:
  ///   - count: how many work at the same time; less than 1 counts as 1.
  ///   - perform: shares the calls among them.
  public init(count: Int, perform: @escaping Performance) {
    self.count = max(count, 1)
    self.perform = perform
  }

  /// The results of a closure for 0, 1, … below a count, in that order.
  ///
  /// - Parameters:
  ///   - count: how many calls.
  ///   - body: called once for each number; calls may run at the same time.
  /// - Returns: the results.
  public func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every call has a place of its own.
      nonisolated(unsafe) let places = buffer
      perform(count) { places[$0] = body($0) }
    }
    return results.compactMap(\.self)
  }

  /// Calls a closure for 0, 1, … below a count.
  func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    perform(count, body)
  }

  /// Into how many pieces to divide work that can be divided at will.
  ///
  /// Two for each of several, so that nobody waits long for the last; one for one alone.
  public var pieces: Int { count == 1 ? 1 : 2 * count }
}
