import SafetyModel
package import SurveyStatistics

extension Problems {
  /// Runs planning of the engine; what it refuses becomes a problem in words, and names strata and
  /// areas by the names that they are given here.
  package static func ofPlanning<Value>(
    in file: String? = nil, stratumName: (Int32) -> String = { String($0) },
    areaName: (Int) -> String? = { _ in nil }, _ plan: () throws(PlanningError) -> Value
  ) throws -> Value {
    do {
      return try plan()
    } catch {
      throw Problems([error.problem(in: file, stratumName: stratumName, areaName: areaName)])
    }
  }
}

extension PlanningError {
  func problem(
    in file: String?, stratumName: (Int32) -> String, areaName: (Int) -> String?
  ) -> Problem {
    let (key, arguments): (String, [String: String]) =
      switch self {
      case .outOfRange(let name, let value):
        ("plan.outOfRange", ["name": name, "value": value.canonicalText])
      case .notReachable(let area, let needed, let possible):
        Self.notReachable(
          area.flatMap(areaName),
          ["needed": needed.canonicalText, "possible": possible.canonicalText])
      case .noStrata: ("plan.noRows", [:])
      case .countMismatch(let column, _, _): ("plan.noSuchColumn", ["column": column])
      case .totalTooSmall(let total, let minimum):
        ("plan.totalTooSmall", ["total": String(total), "minimum": String(minimum)])
      case .totalTooLarge(let total, let population):
        ("plan.totalTooLarge", ["total": String(total), "population": String(population)])
      case .stratumTooSmall(let stratum, let wanted, let available):
        (
          "plan.stratumTooSmall",
          [
            "stratum": stratumName(stratum), "wanted": String(wanted),
            "available": String(available),
          ]
        )
      case .noSuchStratum(let stratum):
        ("plan.noSuchStratum", ["stratum": stratumName(stratum)])
      }
    return Problem(key, arguments: arguments, file: file)
  }

  private static func notReachable(
    _ area: String?, _ numbers: [String: String]
  ) -> (String, [String: String]) {
    guard let area else { return ("plan.notReachable", numbers) }
    return ("plan.notReachableInArea", numbers.merging(["area": area]) { $1 })
  }
}
