import HTTPTypes

/// One line a request, without anything about who asked.
///
/// No address of a client, no query, no referrer, no user agent; the time is rounded down to the
/// minute. Paths that are not the site's own are left out, since people type anything.
package struct AccessLog: Sendable {
  private let now: @Sendable () -> String
  private let write: @Sendable (String) -> Void

  /// A log that is written line by line.
  ///
  /// - Parameters:
  ///   - now: ISO 8601 in UTC with seconds.
  ///   - write: Takes a line with its end.
  package init(
    now: @escaping @Sendable () -> String, write: @escaping @Sendable (String) -> Void
  ) {
    self.now = now
    self.write = write
  }

  /// Writes one line; the path is `nil` when nothing of the site is there.
  func record(_ method: HTTPRequest.Method, path: String?, status: Int, bytes: Int) {
    let minute = now().prefix(16)
    // The method comes from outside as well.
    let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .options]
    let name = known.contains(method) ? method.rawValue : "?"
    write("\(minute)Z \(name) \(path ?? "-") \(status) \(bytes)\n")
  }
}
