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
    abstract: "Write the municipality and its goal as a file, to standard output.",
    discussion: """
      What was imported comes back as it was, to the byte, with its comments. With --canonical \
      it is written anew in one fixed form, without comments; imported and exported again, that \
      form is the same to the byte.

      Examples:
        trygghet goals export --data data > municipality.yaml
        trygghet goals export --data data --version 3 --canonical
      """)

  @Option(help: "The data directory.", completion: .directory)
  var data: String

  @Option(name: .customLong("version"), help: "An earlier version, by its number.")
  var number: Int?

  @Flag(help: "Write the fixed form instead of the file that was imported.")
  var canonical = false

  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
      let export = ExportMunicipality(
        store: stores.municipality, writer: MunicipalityFiles.writer)
      let bytes = try await export(version: number, canonical: canonical)
      FileHandle.standardOutput.write(Data(bytes))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}
