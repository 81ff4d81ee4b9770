import CZlib

struct NotGzip: Error {}

/// The bytes of a gzip file, by the same library's other half.
func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { throw NotGzip() }
  defer { inflateEnd(&stream) }
  var input = bytes
  var isWhole = false
  let result = [UInt8](unsafeUninitializedCapacity: 16_000_000) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
      count = output.count - Int(stream.avail_out)
    }
  }
  guard isWhole else { throw NotGzip() }
  return result
}
