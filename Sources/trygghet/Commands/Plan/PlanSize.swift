import ArgumentParser
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// How many to draw for a wanted margin of error.
struct PlanSize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size", abstract: CommandOptions.textsOfSurroundings("command.plan.size.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.plan.size.discussion"))

  @Option(help: helpText("plan.help.margin"))
  var margin: Double

  @Option(help: helpText("plan.help.population"))
  var population: Int?

  @Option(help: helpText("plan.help.share"))
  var share = 0.5

  @Option(help: helpText("plan.help.designEffect"))
  var designEffect = 1.0

  @Option(help: helpText("plan.help.response"))
  var response = 1.0

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    let size = try Refusal.telling(in: texts) {
      try Problems.ofPlanning { () throws(PlanningError) in
        try SampleSize(
          marginOfError: margin, populationSize: population,
          assumptions: PlanAssumptions(
            proportion: share, designEffect: designEffect, expectedResponse: response,
            confidence: confidence))
      }
    }
    print(
      texts(
        "command.plan.size.result",
        [
          "respondents": texts.persons(Double(size.respondents)),
          "sampled": texts.persons(Double(size.sampled)), "margin": texts.points(margin),
          "share": texts.percent(share, decimals: 0),
          "response": texts.percent(response, decimals: 0),
          "confidence": texts.percent(confidence, decimals: 0),
        ]))
  }
}
