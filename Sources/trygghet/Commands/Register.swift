import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// The register of vulnerable areas.
struct Register: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: CommandOptions.textsOfSurroundings("command.register.abstract"),
    subcommands: [RegisterImport.self, RegisterList.self, RegisterTarget.self])
}

/// Takes in lists as they were published.
struct RegisterImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: CommandOptions.textsOfSurroundings("command.register.import.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.register.import.discussion"))

  @Argument(help: helpText("help.description"), completion: .file(extensions: ["yaml", "yml"]))
  var file: String
  @OptionGroup var change: ChangeOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.writing { stores, texts in
      let imported = try await ImportAreaRegister(
        reader: DocumentReaders.register, registers: stores.registers,
        observations: stores.observations, clock: SystemClock()
      )(file, who: change.who, why: change.why, progress: TerminalProgress(texts: texts))
      let register = imported.register
      return [
        texts(
          imported.change == nil ? "command.register.unchanged" : "command.register.imported",
          [
            "lists": "\(register.lists.count)", "areas": "\(register.areas.count)",
            "changes": "\(register.changes.count)",
          ])
      ]
    }
  }
}

/// Counts on every list, and the areas of the newest.
struct RegisterList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: CommandOptions.textsOfSurroundings("command.register.list.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.register.list.discussion"))

  @Option(help: helpText("register.help.municipality"))
  var municipality: String?
  @Option(help: helpText("register.help.region"))
  var region: String?
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.reading { stores, texts in
      guard let register = try await stores.registers.register() else {
        throw Problems([Problem("register.none")])
      }
      let scope = AreaScope(municipality: municipality, region: region)
      for list in register.lists { print(line(register, list, scope, texts)) }
      guard let first = register.lists.first, let last = register.lists.last else { return }
      print("")
      for change in register.changes(after: first.date, through: last.date, in: scope) {
        print(RegisterWords(register: register, texts: texts).line(change))
      }
      print("")
      for code in register.count(on: last.date, in: scope)?.areas ?? [] {
        let name = register.area(code)?.version(on: last.date)?.name ?? code
        print("  \(escapedForTerminal(name)) (\(escapedForTerminal(code)))")
      }
    }
  }

  private func line(
    _ register: AreaRegister, _ list: AreaList, _ scope: AreaScope, _ texts: Texts
  ) -> String {
    let count = register.count(on: list.date, in: scope)
    let levels = (count?.byLevel ?? []).reversed().map { level in
      let name = register.level(level.level)?.name.text(in: texts.language) ?? level.level
      return "\(escapedForTerminal(name)) \(level.count)"
    }
    return texts(
      "command.register.count", count: count?.total ?? 0,
      ["date": list.date.description, "levels": levels.joined(separator: ", ")])
  }
}

/// Whether a target for the number of areas is reached.
struct RegisterTarget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target",
    abstract: CommandOptions.textsOfSurroundings("command.register.target.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.register.target.discussion"))

  @Argument(help: helpText("register.help.target"))
  var target: Int
  @Option(help: helpText("register.help.by"))
  var by: String
  @Option(help: helpText("register.help.since"))
  var since: String
  @Option(help: helpText("register.help.municipality"))
  var municipality: String?
  @Option(help: helpText("register.help.region"))
  var region: String?
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard Day(by) != nil, Day(since) != nil else {
      throw ValidationError("A day is written as 2024-12-31.")
    }
  }

  func run() async throws {
    try await store.reading { stores, texts in
      guard let register = try await stores.registers.register(), let deadline = Day(by),
        let baseline = Day(since),
        let outcome = register.outcome(
          of: target, by: deadline, since: baseline,
          in: AreaScope(municipality: municipality, region: region))
      else { throw Problems([Problem("register.none")]) }
      let names = outcome.areasLeft.map { code in
        escapedForTerminal(register.area(code)?.version(on: outcome.list)?.name ?? code)
      }
      let words = [
        "target": "\(outcome.target)", "comparable": "\(outcome.comparable)",
        "official": "\(outcome.official)", "baseline": "\(outcome.baseline)",
        "date": outcome.list.description, "areas": texts.list(names),
      ]
      print(
        texts(
          outcome.isReached ? "command.register.reached" : "command.register.notReached", words))
      for change in outcome.changes {
        print(RegisterWords(register: register, texts: texts).line(change))
      }
    }
  }
}

extension AreaScope {
  /// The municipality, else the region, else everything.
  fileprivate init(municipality: String?, region: String?) {
    if let municipality {
      self = .municipality(municipality)
    } else if let region {
      self = .region(region)
    } else {
      self = .everywhere
    }
  }
}

/// Changes of a register in words.
private struct RegisterWords {
  let register: AreaRegister
  let texts: Texts

  func line(_ change: AreaChange) -> String {
    let words = [
      "date": change.date.description, "before": names(change.before, change),
      "after": names(change.after, change),
      "earlier": value(change.earlier), "later": value(change.later),
      "nature": texts("register.nature.\(change.nature.rawValue)"),
    ]
    return "  " + texts("register.change.\(change.kind.rawValue)", words)
  }

  private func value(_ text: String?) -> String {
    let level = text.flatMap { register.level($0) }?.name.text(in: texts.language)
    return escapedForTerminal(level ?? text ?? "")
  }

  private func names(_ codes: [String], _ change: AreaChange) -> String {
    texts.list(
      codes.map { code in
        escapedForTerminal(register.area(code)?.version(on: change.date)?.name ?? code)
      })
  }
}
