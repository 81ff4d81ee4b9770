import CZlib

/// Unpacks deflated bytes piece by piece with the system's zlib.
enum Inflating {
  private static let pieceBytes = 1 << 16

  /// Hands out each piece as it is unpacked, so that the receiver decides when it is enough.
  static func run(
    _ compressed: ArraySlice<UInt8>, part: String,
    _ receive: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var stream = z_stream()
    // A negative window: deflate alone, without zlib's own heading.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, size) == Z_OK else {
      throw ZipFault("zip.damaged", part: part)
    }
    defer { inflateEnd(&stream) }
    var input = Array(compressed)
    var output = [UInt8](repeating: 0, count: pieceBytes)
    var taken = 0
    while true {
      let (result, used, count) = step(&stream, &input, from: taken, &output)
      taken += used
      if count > 0 { try receive(output[..<count]) }
      if result == Z_STREAM_END { break }
      guard result == Z_OK, used > 0 || count > 0 else { throw ZipFault("zip.damaged", part: part) }
    }
    guard taken == input.count else { throw ZipFault("zip.damaged", part: part) }
  }

  private static func step(
    _ stream: inout z_stream, _ input: inout [UInt8], from start: Int, _ output: inout [UInt8]
  ) -> (result: Int32, used: Int, count: Int) {
    let room = output.count
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        let left = UInt32(clamping: input.count - start)
        stream.next_in = input.baseAddress.map { $0 + start }
        stream.avail_in = left
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: room)
        let result = inflate(&stream, Z_NO_FLUSH)
        return (result, Int(left - stream.avail_in), room - Int(stream.avail_out))
      }
    }
  }

  /// The CRC-32 of nothing.
  static let emptyChecksum = UInt32(truncatingIfNeeded: crc32(0, nil, 0))

  static func checksum(_ before: UInt32, _ piece: ArraySlice<UInt8>) -> UInt32 {
    piece.withUnsafeBufferPointer { buffer in
      UInt32(
        truncatingIfNeeded: crc32(UInt(before), buffer.baseAddress, UInt32(clamping: buffer.count)))
    }
  }
}
