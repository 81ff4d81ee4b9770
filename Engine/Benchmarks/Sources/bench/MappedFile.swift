#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file as bytes in memory, of which only what is being read takes room.
final class MappedFile: @unchecked Sendable {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  private let base: UnsafeMutableRawPointer
  private let length: Int

  init(path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BenchError("cannot open \(path)") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw BenchError("\(path) is empty")
    }
    count = Int(status.st_size)
    // A page of zeros follows the file, so that a loop may look a few bytes past its end.
    length = (count + 4095) / 4096 * 4096 + 4096
    let room = mmap(nil, length, PROT_READ, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let room, room != MAP_FAILED,
      mmap(room, count, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) != MAP_FAILED
    else { throw BenchError("cannot map \(path)") }
    madvise(room, count, MADV_SEQUENTIAL)
    base = room
    bytes = UnsafePointer(room.assumingMemoryBound(to: UInt8.self))
  }

  deinit { munmap(base, length) }

  /// Lets go of the bytes of a range, which will not be read again.
  func release(_ range: Range<Int>) {
    let (start, end) = ((range.lowerBound + 4095) / 4096 * 4096, range.upperBound / 4096 * 4096)
    if start < end { madvise(base + start, end - start, MADV_DONTNEED) }
  }
}

/// Something that went wrong, in words.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
