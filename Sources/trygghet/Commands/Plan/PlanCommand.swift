import ArgumentParser
import SurveyStatistics
import Texts

/// Plans a survey: `trygghet plan size`, `allocation`, `power` and `draw`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: CommandOptions.textsOfSurroundings("command.plan.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.plan.discussion"),
    subcommands: [PlanSize.self, PlanAllocationCommand.self, PlanPower.self, PlanDraw.self])
}

/// How a sample is divided, as it is written on the command line.
enum AllocationChoice: String, ExpressibleByArgument, CaseIterable {
  case proportional, equal, neyman
  case squareRoot = "square-root"

  var rule: AllocationRule {
    switch self {
    case .proportional: .proportional
    case .equal: .equal
    case .neyman: .neyman
    case .squareRoot: .squareRoot
    }
  }
}

extension Texts {
  /// A number of persons, rounded to whole ones.
  func persons(_ count: Double) -> String { number(count.rounded(), decimals: 0) }

  /// A margin of error in percentage points.
  func points(_ margin: Double) -> String { number(100 * margin, decimals: 1) }
}
