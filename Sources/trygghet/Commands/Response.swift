import ArgumentParser
import SafetyModel
import Texts
import Workflows

/// How evenly people answered, and how far shares may be off for that.
struct Response: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.response.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.response.discussion"))

  @Argument(help: helpText("estimate.help.study"), completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: helpText("response.help.by"))
  var by: String?

  @Option(name: .customLong("items"), help: helpText("estimate.help.items"))
  var itemLists: [String] = []
  var items: String? { itemLists.inOneList }

  @Option(help: helpText("response.help.differ"))
  var differ: [Double] = []

  @Option(help: helpText("response.help.limit"))
  var limit: Double?

  @Option(help: helpText("plan.help.confidence"))
  var confidence = 0.95

  @Option(help: helpText("plan.help.format"))
  var format = FigureFormat.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw usageError("between", ["option": "--confidence", "example": "0.95"])
    }
    guard differ.allSatisfy({ (0...1).contains($0) }) else {
      throw usageError("between", ["option": "--differ", "example": "0.1"])
    }
    guard limit.map({ (0...1).contains($0) }) ?? true else {
      throw usageError("between", ["option": "--limit", "example": "0.2"])
    }
  }

  func run() async throws {
    let texts = options.texts
    let report = try Refusal.telling(in: texts) {
      let work = try StudyWork(study, frame: by?.codes)
      let describe = DescribeResponse(
        analysis: work.analysis, frame: work.frame, confidence: confidence,
        differences: differ.isEmpty ? [0.05, 0.1, 1] : differ, limit: limit)
      return try describe(
        work.subjects(items, option: "--items"), study: work.study,
        notice: texts("command.estimate.notice"))
    }
    switch format {
    case .table: print(report.table(in: texts), terminator: "")
    case .csv: print(report.csv, terminator: "")
    case .json: print(try JSONText.of(report))
    }
  }
}
