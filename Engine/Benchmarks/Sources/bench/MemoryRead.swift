/// How long memory takes to be read once: what no computing on as many bytes can go below.
enum MemoryRead {
  /// Processor seconds to read some bytes once, the best of several times.
  static func seconds(bytes: Int) -> Double {
    // Many independent sums, so that only memory is waited for.
    typealias Lanes = SIMD8<UInt64>
    let count = max(bytes / (4 * MemoryLayout<Lanes>.size), 1) * 4
    let numbers = UnsafeMutablePointer<Lanes>.allocate(capacity: count)
    defer { numbers.deallocate() }
    numbers.initialize(repeating: Lanes(repeating: 1), count: count)
    var best = Double.infinity
    for _ in 0..<5 {
      let start = Used.threadSeconds
      var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      for place in stride(from: 0, to: count, by: 4) {
        a &+= numbers[place]
        b &+= numbers[place + 1]
        c &+= numbers[place + 2]
        d &+= numbers[place + 3]
      }
      let seconds = Used.threadSeconds - start
      precondition((a &+ b &+ c &+ d).wrappedSum() == UInt64(8 * count), "memory was misread")
      best = min(best, seconds)
    }
    return best
  }
}
