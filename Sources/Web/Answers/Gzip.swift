import CZlib

/// Compresses with the system's zlib.
package enum Gzip {
  /// The bytes in the gzip format, or `nil` when that would not be smaller.
  package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 256 else { return nil }
    var stream = z_stream()
    // 15 + 16: the largest window, and a gzip header around it. No time stamp: the same bytes in
    // give the same bytes out.
    guard
      deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    let room = bytes.count - 1
    let result = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: room)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? room - Int(stream.avail_out) : 0
      }
    }
    return result.isEmpty ? nil : result
  }
}
