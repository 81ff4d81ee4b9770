import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// Sources of values that others publish.
struct Source: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Values that others publish: describe the sources, fetch them, see how they are.",
    subcommands: [SourceImport.self, SourceList.self, SourceFetch.self, SourceStatus.self])
}

/// Takes in a description of sources and the files that it names.
struct SourceImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read the description of the sources, and the files that it names.",
    discussion: """
      The description is YAML: for each source its format, its address or file, what is asked of \
      it, and what its dimensions mean here. Sources with a file are read at once; those with an \
      address are fetched by “trygghet source fetch”. When anything is wrong, nothing is changed. \
      See docs/handbook/published-data.en.md.

      Example:
        trygghet source import sources.yaml --data /var/lib/trygghet
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
      let outcome = try await ImportSources(
        reader: DocumentReaders.sources, sources: stores.sources,
        observations: stores.observations, formats: SourceParts.formats, clock: SystemClock()
      )(file, who: who, why: why, progress: TerminalProgress(texts: texts))
      try stores.close()
      print(
        texts(
          "command.source.imported",
          [
            "sources": "\(outcome.entries.count)", "added": "\(outcome.recorded.added)",
            "revised": "\(outcome.recorded.revised)",
            "unchanged": "\(outcome.recorded.unchanged)",
          ]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Lists the sources and the formats.
struct SourceList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the sources with their series, and the formats.")

  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
      for entry in try await stores.sources.entries() {
        let name = escapedForTerminal(entry.name.text(in: texts.language))
        let publisher = escapedForTerminal(entry.publisher.text(in: texts.language))
        print("\(entry.code): \(name) – \(publisher) (\(entry.format))")
        for series in entry.series {
          let kind = texts("source.kind.\(series.kind.rawValue)")
          let name = escapedForTerminal(series.name.text(in: texts.language))
          print("  \(series.code): \(name) (\(kind))")
        }
      }
      let formats = SourceParts.formats.map(\.code).joined(separator: ", ")
      print(texts("command.source.formats", ["formats": formats]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Fetches one source.
struct SourceFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the values of a source; a failed or half fetch changes nothing.",
    discussion: """
      Only https, only from hosts that are allowed (Statistics Sweden and Kolada, those in \
      settings.yaml in the data directory, and those named with --allow-host), never to private addresses, and never where an answer redirects to. A \
      source that asks for patience gets it. Values that are the same stay as they are; a changed \
      one becomes the current one, and what it was before is kept.

      Example:
        trygghet source fetch scb-population --data /var/lib/trygghet
      """)

  @Argument(help: "The code of the source.")
  var code: String
  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @Option(help: "A host that may be asked besides the usual ones; may be given several times.")
  var allowHost: [String] = []
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.open(data)
      defer { try? stores.close() }
      let state = try await FetchSource(
        sources: stores.sources, observations: stores.observations,
        formats: SourceParts.formats,
        fetcher: try SourceParts.fetcher(for: data, alsoAllowing: allowHost),
        clock: SystemClock()
      )(code, progress: TerminalProgress(texts: texts))
      print(SourceStatus.line(state, texts))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Tells how each source was last reached.
struct SourceStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell when each source was last reached, and what came of it.")

  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
      let states = try await stores.sources.states()
      for entry in try await stores.sources.entries() {
        guard let state = states.first(where: { $0.source == entry.code }) else {
          print(texts("command.source.never", ["source": entry.code]))
          continue
        }
        print(SourceStatus.line(state, texts))
      }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  static func line(_ state: SourceState, _ texts: Texts) -> String {
    let words = [
      "source": state.source, "tried": state.triedAt, "succeeded": state.succeededAt ?? "–",
      "fault": state.fault ?? "", "added": "\(state.added)", "revised": "\(state.revised)",
      "unchanged": "\(state.unchanged)",
    ].mapValues(escapedForTerminal)
    return texts(
      state.fault == nil ? "command.source.fetched" : "command.source.failed", words)
  }
}
