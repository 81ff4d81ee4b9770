import SafetyModel

/// Why curl gave up, as a problem's key.
///
/// Source: curl's manual page, EXIT CODES.
enum CurlEnding {
  /// `nil` when it did not give up; `told` is what it wrote instead of an answer.
  static func key(_ ending: ChildProcess.Ending, told: String) -> String? {
    switch ending {
    case .exited(0): nil
    case .exited(28), .timedOut: "fetch.timedOut"
    case .exited(6), .exited(7): "fetch.unreachable"
    case .exited(77): "fetch.noAuthorities"
    case .exited(35), .exited(51), .exited(58), .exited(60): distrust(told)
    case .exited(18), .exited(23), .exited(52), .exited(56), .exited(61), .exited(92):
      "fetch.cutOff"
    case .exited, .signalled: "fetch.failed"
    }
  }

  static func code(_ ending: ChildProcess.Ending) -> String {
    switch ending {
    case .exited(let code): String(code)
    case .signalled(let signal): "signal \(signal)"
    case .timedOut: "28"
    }
  }

  /// What is wrong with the certificate, as far as curl's words are known.
  private static func distrust(_ told: String) -> String {
    if told.contains("has expired") || told.contains("not yet valid") {
      return "fetch.certificateExpired"
    }
    if told.contains("matches target host name") || told.contains("does not match target") {
      return "fetch.certificateOfAnother"
    }
    if told.contains("self-signed") || told.contains("self signed")
      || told.contains("local issuer certificate")
    {
      return "fetch.certificateUnknown"
    }
    return "fetch.notTrusted"
  }
}
