import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// Sources of values that others publish.
struct Source: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: CommandOptions.textsOfSurroundings("command.source.abstract"),
    subcommands: [SourceImport.self, SourceList.self, SourceFetch.self, SourceStatus.self])
}

/// Takes in a description of sources and the files that it names.
struct SourceImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: CommandOptions.textsOfSurroundings("command.source.import.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.source.import.discussion"))

  @Argument(help: helpText("help.description"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.writing { stores, texts in
      let outcome = try await ImportSources(
        reader: DocumentReaders.sources, sources: stores.sources,
        observations: stores.observations, formats: SourceParts.formats, clock: SystemClock()
      )(file, who: change.who, why: change.why, progress: TerminalProgress(texts: texts))
      return [
        texts(
          "command.source.imported",
          [
            "sources": "\(outcome.entries.count)", "added": "\(outcome.recorded.added)",
            "revised": "\(outcome.recorded.revised)",
            "unchanged": "\(outcome.recorded.unchanged)",
          ])
      ]
    }
  }
}

/// Lists the sources and the formats.
struct SourceList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: CommandOptions.textsOfSurroundings("command.source.list.abstract"))

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
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
    }
  }
}

/// Fetches one source.
struct SourceFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: CommandOptions.textsOfSurroundings("command.source.fetch.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.source.fetch.discussion"))

  @Argument(help: helpText("source.help.code"))
  var code: String
  @Option(help: helpText("source.help.allowHost"))
  var allowHost: [String] = []
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.writing { stores, texts in
      let state = try await FetchSource(
        sources: stores.sources, observations: stores.observations,
        formats: SourceParts.formats,
        fetcher: try SourceParts.fetcher(for: store.data, alsoAllowing: allowHost),
        clock: SystemClock()
      )(code, progress: TerminalProgress(texts: texts))
      return [SourceStatus.line(state, texts)]
    }
  }
}

/// Tells how each source was last reached.
struct SourceStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: CommandOptions.textsOfSurroundings("command.source.status.abstract"))

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
      let states = try await stores.sources.states()
      for entry in try await stores.sources.entries() {
        guard let state = states.first(where: { $0.source == entry.code }) else {
          print(texts("command.source.never", ["source": entry.code]))
          continue
        }
        print(SourceStatus.line(state, texts))
      }
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
