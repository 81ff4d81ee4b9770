import ArgumentParser
import Foundation
import SafetyModel
import Texts
import Workflows

/// Draws the planned sample from the frame.
struct PlanDraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: CommandOptions.textsOfSurroundings("command.plan.draw.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.plan.draw.discussion"))

  @OptionGroup var frame: FrameOptions

  @Option(help: helpText("plan.help.seed"))
  var seed: UInt64

  @Option(help: helpText("plan.help.output"), completion: .file(extensions: ["csv"]))
  var output: String

  @OptionGroup var options: CommandOptions

  func run() throws {
    let texts = options.texts
    let drawn = try Refusal.telling(in: texts) {
      guard !FileManager.default.fileExists(atPath: output) else {
        throw Problems([Problem("plan.outputExists", arguments: ["path": output])])
      }
      let planned = try frame.planned()
      return try DrawSample(frame: planned.strata, plan: planned.sample, seed: seed)(planned.table)
    }
    try Data(drawn.csv.utf8).write(to: URL(fileURLWithPath: output), options: .withoutOverwriting)
    print(
      texts(
        "command.plan.draw.done", count: drawn.persons.count,
        ["file": escapedForTerminal(output), "seed": String(seed)]))
  }
}
