import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// `trygghet goals export`: the municipality's settings as a file.
struct GoalsExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: CommandOptions.textsOfSurroundings("command.goals.export.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.goals.export.discussion"))

  @Option(name: .customLong("version"), help: helpText("goals.help.version"))
  var number: Int?

  @Flag(help: helpText("goals.help.canonical"))
  var canonical = false

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
      let export = ExportMunicipality(
        store: stores.municipality, writer: MunicipalityFiles.writer)
      let bytes = try await export(version: number, canonical: canonical)
      FileHandle.standardOutput.write(Data(bytes))
    }
  }
}
