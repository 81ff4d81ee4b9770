import SafetyModel

/// What storage refuses, as problems with words under `problem.storage.`.
enum StorageProblem {
  static func inUse(_ directory: String, pid: String) -> Problems {
    only("inUse", ["directory": directory, "pid": pid])
  }
  static func missing(_ directory: String) -> Problems { only("missing", ["directory": directory]) }
  static func foreignFile(_ file: String) -> Problems { only("foreignFile", ["file": file]) }
  static func olderSchema(_ file: String) -> Problems { only("olderSchema", ["file": file]) }
  static func newerSchema(_ file: String) -> Problems { only("newerSchema", ["file": file]) }
  static func notPowerSafe(_ setting: String, found: String) -> Problems {
    only("notPowerSafe", ["setting": setting, "found": found])
  }
  static func targetExists(_ file: String) -> Problems { only("targetExists", ["file": file]) }
  static func directoryNotEmpty(_ directory: String) -> Problems {
    only("directoryNotEmpty", ["directory": directory])
  }
  static func failed(_ file: String, reason: String) -> Problems {
    only("failed", ["file": file, "reason": reason])
  }
  static func unfitAnswers(_ column: String) -> Problems {
    only("unfitAnswers", ["column": column])
  }

  static func twice(_ key: RecordKey) -> Problem {
    Problem("storage.twice", arguments: arguments(of: key))
  }
  static func notFinite(_ key: RecordKey) -> Problem {
    Problem("storage.notFinite", arguments: arguments(of: key))
  }
  private static func arguments(of key: RecordKey) -> [String: String] {
    ["series": key.series, "place": key.place, "period": key.period, "group": key.breakdown]
  }

  /// Something stored is not as it was written; `what` names the text key.
  static func damaged(_ what: String, _ arguments: [String: String] = [:]) -> Problem {
    Problem("storage.damaged.\(what)", arguments: arguments)
  }

  private static func only(_ key: String, _ arguments: [String: String]) -> Problems {
    Problems([Problem("storage.\(key)", arguments: arguments)])
  }
}
