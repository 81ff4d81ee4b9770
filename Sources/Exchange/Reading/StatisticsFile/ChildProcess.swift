import Glibc

/// Runs a program, listens to its standard output, and ends it when it takes too long.
///
/// It starts with an empty standard input, no standard error and hardly any environment. What else
/// we have open it must close itself; see ``ProcessLimits``.
enum ChildProcess {
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  struct NotStarted: Error {
    var reason: String
  }

  /// Runs to the end; when `listen` throws, the program is killed.
  static func run(
    _ program: String, _ arguments: [String], timeout: Duration,
    listen: (ArraySlice<UInt8>) throws -> Void
  ) throws -> Ending {
    var pipes: [Int32] = [-1, -1]
    guard pipe(&pipes) == 0 else { throw NotStarted(reason: words(errno)) }
    for descriptor in pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    defer { close(pipes[0]) }
    let child: pid_t
    do {
      defer { close(pipes[1]) }
      child = try start(program, arguments, output: pipes[1])
    }
    var isReaped = false
    defer { if !isReaped { _ = end(child) } }
    let isDone = try hear(pipes[0], until: .now + timeout, listen: listen)
    isReaped = true
    guard isDone else {
      _ = end(child)
      return .timedOut
    }
    let status = wait(child)
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  /// Reads until the other side closes; false when the time is up first.
  private static func hear(
    _ descriptor: Int32, until deadline: ContinuousClock.Instant,
    listen: (ArraySlice<UInt8>) throws -> Void
  ) throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard left > 0 else { return false }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, Int32(clamping: Int(left.rounded(.up))))
      if ready < 0, errno != EINTR { return false }
      guard ready > 0 else { continue }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return true }
      try listen(buffer[..<count])
    }
  }

  private static func start(
    _ program: String, _ arguments: [String], output: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    // A server ignores SIGPIPE; a child that inherits this would write on when nobody listens.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    var child: pid_t = 0
    let result = withCStrings([program] + arguments) { argv in
      withCStrings(environment) { posix_spawn(&child, program, &actions, &attributes, argv, $0) }
    }
    guard result == 0 else { throw NotStarted(reason: words(result)) }
    return child
  }

  /// Where its libraries are, and no reports on crashes: they take long and nobody reads them.
  private static var environment: [String] {
    let libraries = getenv("LD_LIBRARY_PATH").map { "LD_LIBRARY_PATH=" + String(cString: $0) }
    return ["LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"] + [libraries].compactMap(\.self)
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }

  private static func end(_ child: pid_t) -> Int32 {
    kill(child, SIGKILL)
    return wait(child)
  }

  private static func wait(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
