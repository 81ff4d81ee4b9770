import ArgumentParser
import Composition
import SafetyModel
import Texts

/// The data directory of a command, with the language that it answers in.
struct StoreOptions: ParsableArguments {
  @Option(help: helpText("help.data"), completion: .directory)
  var data: String

  @OptionGroup var options: CommandOptions

  var texts: Texts { options.texts }

  /// Opens the stores for reading, does the work and closes them; problems end the command with
  /// their words.
  func reading(_ work: (OpenStores, Texts) async throws -> Void) async throws {
    try await with(StorageEngine.sqlite.openForReading) { stores, texts in
      try await work(stores, texts)
      return []
    }
  }

  /// The same for writing; a directory that is not there is made.
  ///
  /// What is to be said of it is said when the stores have been closed: only then is it done.
  func writing(_ work: (OpenStores, Texts) async throws -> [String]) async throws {
    try await with(StorageEngine.sqlite.open, work)
  }

  private func with(
    _ open: (String) throws -> OpenStores, _ work: (OpenStores, Texts) async throws -> [String]
  ) async throws {
    let texts = texts
    do {
      let stores = try open(data)
      let lines: [String]
      do {
        lines = try await work(stores, texts)
      } catch {
        try? stores.close()
        throw error
      }
      try stores.close()
      for line in lines { print(line) }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }
}

/// Who changes something and why, which is kept beside the change.
struct ChangeOptions: ParsableArguments {
  @Option(help: helpText("help.who"))
  var who = ""

  @Option(help: helpText("help.why"))
  var why = ""
}
