import Foundation
import Synchronization

/// The right to write in a data directory: one process at a time.
///
/// The kernel gives the lock back when the process ends, however it ends. The file stays: taking
/// it away would let two processes lock two different files of the same name.
final class DirectoryLock: Sendable {
  private let descriptor: Mutex<Int32?>

  /// Takes the lock, or throws `storage.inUse` with the process that has it.
  init(_ layout: DirectoryLayout) throws {
    // Closed on exec: a child process must not hold on to the lock after its parent has ended.
    let descriptor = open(layout.lock, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StorageProblem.failed(layout.lock, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      defer { close(descriptor) }
      guard reason == EWOULDBLOCK else {
        throw StorageProblem.failed(layout.lock, reason: String(cString: strerror(reason)))
      }
      throw StorageProblem.inUse(layout.directory, pid: DirectoryLock.holder(descriptor))
    }
    let line = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, line, line.count, 0)
    self.descriptor = Mutex(descriptor)
  }

  deinit { release() }

  func release() {
    descriptor.withLock { held in
      if let descriptor = held {
        // Not by closing alone: a child that is being started shares the lock until it has begun.
        flock(descriptor, LOCK_UN)
        close(descriptor)
      }
      held = nil
    }
  }

  /// The process number that the holder wrote; `?` when it had no time to.
  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
    return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
  }
}
