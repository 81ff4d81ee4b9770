import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// Living conditions by area.
struct PreconditionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preconditions",
    abstract: "Living conditions in the municipality's own areas: work, education, income, tenure.",
    subcommands: [PreconditionsImport.self, PreconditionsList.self])
}

/// Takes in tables by the publisher's areas and maps them to one's own.
struct PreconditionsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read published tables and map them to the municipality's own areas.",
    discussion: """
      The description is YAML: the tables, the measures in them, and your own csv of which part of \
      each published area lies in which of yours. What lies in none of yours is told. When \
      anything is wrong, nothing is changed. See docs/handbook/published-data.en.md.

      Example:
        trygghet preconditions import preconditions.yaml --data /var/lib/trygghet
      """)

  @Argument(help: "The description.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @Option(help: "The data directory; it is made when it is not there.", completion: .directory)
  var data: String
  @Option(help: "Who takes it in.")
  var who = ""
  @Option(help: "Why it is changed.")
  var why = ""
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.open(data)
      let imported = try await ImportPreconditions(
        reader: DocumentReaders.preconditions, store: stores.preconditions, clock: SystemClock()
      )(file, who: who, why: why, progress: TerminalProgress(texts: texts))
      try stores.close()
      for table in imported.tables { print(PreconditionsList.coverage(table, imported, texts)) }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Shows the figures of every area.
struct PreconditionsList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the measures of every area, and what lies in none.")

  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
      guard let all = try await stores.preconditions.preconditions() else {
        throw Problems([Problem("preconditions.none")])
      }
      for table in all.tables {
        print(PreconditionsList.coverage(table, all, texts))
        for figure in table.figures + [table.whole] {
          print("  \(escapedForTerminal(figure.area)): \(value(figure, table, all, texts))")
        }
      }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
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
