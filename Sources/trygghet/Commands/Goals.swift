import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// The municipality, its goal, indicators and actions.
struct Goals: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The municipality's goal, with its indicators and actions.",
    subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read the municipality and its goal from a file; they replace what was there.",
      discussion: """
        Example:
          trygghet goals import municipality.yaml --data /var/lib/trygghet
        """)

    @Argument(help: "The file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: "The data directory; it is made when it is not there.", completion: .directory)
    var data: String

    @OptionGroup var options: CommandOptions

    func run() async throws {
      let texts = options.texts
      do {
        let read = try FileReaders.standard.municipalities.readMunicipality(file)
        let stores = try StorageEngine.sqlite.open(data)
        try await stores.municipality.save(read.municipality, goal: read.goal)
        try stores.close()
        print(
          texts(
            "command.goals.imported",
            [
              "municipality": escapedForTerminal(
                read.municipality.name.text(in: texts.language)),
              "indicators": "\(read.goal?.indicators.count ?? 0)",
              "actions": "\(read.goal?.actions.count ?? 0)",
            ]))
      } catch let problems as Problems {
        throw Refusal.report(problems.list, in: texts)
      }
    }
  }
}
