import ArgumentParser
import Composition
import SafetyModel
import Texts
import Workflows

/// The register of vulnerable areas.
struct Register: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "The register of vulnerable areas: lists, names and borders through time.",
    subcommands: [RegisterImport.self, RegisterList.self, RegisterTarget.self])
}

/// Takes in lists as they were published.
struct RegisterImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a register's description and the lists it names; they replace what was there.",
    discussion: """
      The description is YAML: levels with the time that they exist, lists with their dates and \
      files (shapefiles, GeoJSON, xlsx or csv), and changes that you know of. Areas that keep \
      their name or most of their ground keep their identity; every change is marked real or \
      technical. The earlier version is kept. See docs/handbook/published-data.en.md.

      Example:
        trygghet register import register.yaml --data /var/lib/trygghet
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
      let imported = try await ImportAreaRegister(
        reader: DocumentReaders.register, registers: stores.registers,
        observations: stores.observations, clock: SystemClock()
      )(file, who: who, why: why, progress: TerminalProgress(texts: texts))
      try stores.close()
      let register = imported.register
      print(
        texts(
          imported.change == nil ? "command.register.unchanged" : "command.register.imported",
          [
            "lists": "\(register.lists.count)", "areas": "\(register.areas.count)",
            "changes": "\(register.changes.count)",
          ]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Counts on every list, and the areas of the newest.
struct RegisterList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Count the areas on every list, and show the changes between them.",
    discussion: """
      Example:
        trygghet register list --municipality 1290 --data /var/lib/trygghet
      """)

  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @Option(help: "Only this municipality, by its four digits.")
  var municipality: String?
  @Option(help: "Only this region, by its two digits.")
  var region: String?
  @OptionGroup var options: CommandOptions

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
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
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
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
    abstract: "Tell whether a target for the number of areas is reached, by real change.",
    discussion: """
      A split, a merger or a new border is no success: the target is decided by real changes, and \
      the official count is told beside.

      Example:
        trygghet register target 0 --by 2024-12-31 --since 2021-12-31 --municipality 1290 \\
          --data /var/lib/trygghet
      """)

  @Argument(help: "At most this many areas.")
  var target: Int
  @Option(help: "The deadline, as 2024-12-31.")
  var by: String
  @Option(help: "The day of the baseline.")
  var since: String
  @Option(help: "The data directory.", completion: .directory)
  var data: String
  @Option(help: "Only this municipality, by its four digits.")
  var municipality: String?
  @Option(help: "Only this region, by its two digits.")
  var region: String?
  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard Day(by) != nil, Day(since) != nil else {
      throw ValidationError("A day is written as 2024-12-31.")
    }
  }

  func run() async throws {
    let texts = options.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(data)
      defer { try? stores.close() }
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
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
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
