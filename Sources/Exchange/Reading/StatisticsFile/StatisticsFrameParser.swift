import SafetyModel

/// Takes the child's stream apart, frame by frame, and trusts nothing in it.
struct StatisticsFrameParser {
  /// The stream is not what a reading of a file can give: the child's memory has been damaged.
  struct Garbage: Error {}

  private var pending: [UInt8] = []

  /// Takes further bytes and gives each whole frame to `take`.
  mutating func feed(
    _ bytes: ArraySlice<UInt8>,
    _ take: (StatisticsFrame, inout StatisticsFramePayload) throws -> Void
  ) throws {
    pending.append(contentsOf: bytes)
    var at = 0
    while pending.count - at >= 5 {
      var header = StatisticsFramePayload(pending[at..<(at + 5)])
      guard let kind = StatisticsFrame(rawValue: try header.byte()) else { throw Garbage() }
      let length = Int(try header.uint32())
      guard length <= StatisticsFrame.mostBytes else { throw Garbage() }
      guard pending.count - at - 5 >= length else { break }
      var payload = StatisticsFramePayload(pending[(at + 5)..<(at + 5 + length)])
      try take(kind, &payload)
      guard payload.isEmpty else { throw Garbage() }
      at += 5 + length
    }
    pending.removeFirst(at)
  }

  /// Whether the stream stopped between two frames.
  var isBetweenFrames: Bool { pending.isEmpty }
}

/// The content of one frame, read from the front; reading beyond its end is garbage.
struct StatisticsFramePayload {
  private var bytes: ArraySlice<UInt8>
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count else { throw StatisticsFrameParser.Garbage() }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  mutating func byte() throws -> UInt8 {
    guard let byte = bytes.popFirst() else { throw StatisticsFrameParser.Garbage() }
    return byte
  }

  mutating func uint32() throws -> UInt32 { UInt32(truncatingIfNeeded: try integer(bytes: 4)) }
  mutating func int64() throws -> Int64 { Int64(bitPattern: try integer(bytes: 8)) }
  mutating func number() throws -> Double { Double(bitPattern: try integer(bytes: 8)) }
  mutating func text() throws -> ArraySlice<UInt8> { try take(Int(try uint32())) }

  private mutating func integer(bytes count: Int) throws -> UInt64 {
    guard bytes.count >= count else { throw StatisticsFrameParser.Garbage() }
    var value: UInt64 = 0
    for place in 0..<count {
      value |= UInt64(bytes[bytes.startIndex + place]) << UInt64(8 * place)
    }
    bytes = bytes.dropFirst(count)
    return value
  }
}
