#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the process has used so far.
enum Used {
  /// Processor seconds of all threads, of user and system.
  static var processSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
  /// Processor seconds of this thread.
  static var threadSeconds: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }
  /// Seconds on the wall.
  static var wallSeconds: Double { seconds(CLOCK_MONOTONIC) }

  /// The most memory that was held at once, in megabytes.
  static var peakMegabytes: Double {
    var usage = rusage()
    // 0 is this process; the name has another type on every platform.
    getrusage(0, &usage)
    #if canImport(Darwin)
      return Double(usage.ru_maxrss) / 1_048_576
    #else
      return Double(usage.ru_maxrss) / 1024
    #endif
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
