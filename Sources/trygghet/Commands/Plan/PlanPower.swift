import ArgumentParser
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// What a comparison can show: its power, the answers that it needs, or the change that it finds.
struct PlanPower: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract: CommandOptions.textsOfSurroundings("command.plan.power.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.plan.power.discussion"))

  @Option(help: helpText("plan.help.from"))
  var from: Double

  @Option(help: helpText("plan.help.to"))
  var to: Double?

  @Option(help: helpText("plan.help.answers"))
  var answers: String?

  @Option(help: helpText("plan.help.power"))
  var power = 0.8

  @Option(help: helpText("plan.help.designEffect"))
  var designEffect = 1.0

  @Option(help: helpText("plan.help.overlap"))
  var overlap = 0.0

  @Option(help: helpText("plan.help.correlation"))
  var correlation = 0.0

  @Option(help: helpText("plan.help.level"))
  var level = 0.05

  @Option(help: helpText("plan.help.comparisons"))
  var comparisons = 1

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    let line = try Refusal.telling(in: texts) {
      switch (try counts(), to) {
      case (let counts?, let to?): try powerLine(counts, to, texts)
      case (let counts?, nil): try changeLine(counts, texts)
      case (nil, let to?): try answersLine(to, texts)
      case (nil, nil): throw Problems([Problem("plan.toOrAnswers")])
      }
    }
    print(line)
  }

  /// The answers of the two groups; one number is for both.
  private func counts() throws -> (Double, Double)? {
    guard let answers else { return nil }
    let numbers = answers.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.trimmingPrefix(" ")) }
    guard let first = numbers.first ?? nil, let second = numbers.last ?? nil, numbers.count < 3
    else { throw Problems([Problem("plan.badAnswers", arguments: ["value": answers])]) }
    return (first, second)
  }

  private func comparison(_ counts: (Double, Double)) throws(PlanningError) -> PlannedComparison {
    try PlannedComparison(
      respondents: counts.0, counts.1, designEffect: designEffect,
      overlap: overlap * min(counts.0, counts.1), correlation: correlation, significance: level,
      comparisons: comparisons)
  }

  private func powerLine(
    _ counts: (Double, Double), _ to: Double, _ texts: Texts
  ) throws -> String {
    let power = try Problems.ofPlanning { () throws(PlanningError) in
      try comparison(counts).power(from: from, to: to)
    }
    return texts(
      "command.plan.power.result",
      shares(to, texts).merging(["power": texts.percent(power, decimals: 0)]) { $1 })
  }

  private func answersLine(_ to: Double, _ texts: Texts) throws -> String {
    let needed = try Problems.ofPlanning { () throws(PlanningError) in
      try PlannedComparison.respondentsNeeded(
        from: from, to: to, power: power, designEffect: designEffect, overlapPart: overlap,
        correlation: correlation, significance: level, comparisons: comparisons)
    }
    return texts(
      "command.plan.power.answers",
      shares(to, texts).merging([
        "answers": texts.persons(Double(needed)), "power": texts.percent(power, decimals: 0),
      ]) { $1 })
  }

  private func changeLine(_ counts: (Double, Double), _ texts: Texts) throws -> String {
    let changes = try Problems.ofPlanning { () throws(PlanningError) in
      let comparison = try comparison(counts)
      return (
        down: try comparison.detectableChange(from: from, power: power, isIncrease: false),
        up: try comparison.detectableChange(from: from, power: power)
      )
    }
    func words(_ change: Double?) -> String {
      change.map { texts.points($0) } ?? texts("command.plan.power.none")
    }
    return texts(
      "command.plan.power.change",
      [
        "from": texts.percent(from, decimals: 1), "down": words(changes.down),
        "up": words(changes.up), "power": texts.percent(power, decimals: 0),
      ])
  }

  private func shares(_ to: Double, _ texts: Texts) -> [String: String] {
    ["from": texts.percent(from, decimals: 1), "to": texts.percent(to, decimals: 1)]
  }
}
