import Glibc

/// Writes frames to a descriptor, in the child process.
struct StatisticsFrameWriter {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var frameStart = 0
  /// Nobody reads any more.
  private(set) var isBroken = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func frame(_ kind: StatisticsFrame, _ fill: (inout StatisticsFrameWriter) -> Void) {
    begin(kind)
    fill(&self)
    finish()
  }

  mutating func begin(_ kind: StatisticsFrame) {
    buffer.append(kind.rawValue)
    number(UInt32(0))
    frameStart = buffer.count
  }

  mutating func finish() {
    let length = UInt32(clamping: buffer.count - frameStart)
    for place in 0..<4 {
      buffer[frameStart - 4 + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place)))
    }
    if buffer.count > 1 << 16 { flush() }
  }

  /// Takes back the frame that was begun last.
  mutating func cancel() { buffer.removeSubrange((frameStart - 5)...) }

  mutating func byte(_ value: UInt8) { buffer.append(value) }

  mutating func number(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
  }

  mutating func number(_ value: Double) { number(value.bitPattern) }

  /// A C string; none at all is the empty text.
  mutating func text(_ pointer: UnsafePointer<CChar>?) {
    let length = pointer.map { strlen($0) } ?? 0
    number(UInt32(clamping: length))
    guard let pointer else { return }
    buffer.append(contentsOf: UnsafeRawBufferPointer(start: pointer, count: length))
  }

  mutating func flush() {
    var written = 0
    buffer.withUnsafeBytes { bytes in
      while written < bytes.count, !isBroken {
        let count = write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { isBroken = true } else { written += count }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
