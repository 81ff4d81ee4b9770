import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// Living conditions by area.
struct PreconditionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preconditions",
    abstract: CommandOptions.textsOfSurroundings("command.preconditions.abstract"),
    subcommands: [PreconditionsImport.self, PreconditionsList.self])
}

/// Takes in tables by the publisher's areas and maps them to one's own.
struct PreconditionsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: CommandOptions.textsOfSurroundings("command.preconditions.import.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.preconditions.import.discussion"))

  @Argument(help: helpText("help.description"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.writing { stores, texts in
      let imported = try await ImportPreconditions(
        reader: DocumentReaders.preconditions, store: stores.preconditions, clock: SystemClock()
      )(file, who: change.who, why: change.why, progress: TerminalProgress(texts: texts))
      return imported.tables.map { PreconditionsList.coverage($0, imported, texts) }
    }
  }
}

/// Shows the figures of every area.
struct PreconditionsList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: CommandOptions.textsOfSurroundings("command.preconditions.list.abstract"))

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
      guard let all = try await stores.preconditions.preconditions() else {
        throw Problems([Problem("preconditions.none")])
      }
      for table in all.tables {
        print(PreconditionsList.coverage(table, all, texts))
        for figure in table.figures + [table.whole] {
          print("  \(escapedForTerminal(figure.area)): \(value(figure, table, all, texts))")
        }
      }
    }
  }

  private func value(
    _ figure: PreconditionFigure, _ table: PreconditionTable, _ all: Preconditions, _ texts: Texts
  ) -> String {
    guard let measure = all.measures.first(where: { $0.code == table.measure }),
      let value = figure.value
    else { return "–" }
    let words =
      measure.kind == .proportion
      ? texts.percent(value, decimals: measure.decimals)
      : texts.number(value, decimals: measure.decimals)
    let unit = measure.unit.map { " " + escapedForTerminal($0.text(in: texts.language)) }
    return words + (unit ?? "")
  }

  static func coverage(_ table: PreconditionTable, _ all: Preconditions, _ texts: Texts) -> String {
    let measure = all.measures.first { $0.code == table.measure }
    return texts(
      "command.preconditions.table",
      [
        "measure": escapedForTerminal(measure?.name.text(in: texts.language) ?? table.measure),
        "period": table.period.description, "areas": "\(table.figures.count)",
        "unmapped": texts.percent(table.coverage.unmappedPart, decimals: 1),
        "unknown": "\(table.coverage.unknown.count)",
      ])
  }
}
