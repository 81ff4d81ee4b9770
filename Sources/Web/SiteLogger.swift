import Logging

extension Logger {
  /// Where faults of the server are told: on standard error, never with what anyone sent.
  static let site: Logger = {
    var logger = Logger(label: "trygghet") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    return logger
  }()
}
