import ArgumentParser
import Foundation
import SafetyModel
import Texts

/// What every subcommand takes.
struct CommandOptions: ParsableArguments {
  @Option(help: helpText("help.language"))
  var language: String?

  func validate() throws {
    if let language, Texts.in(language) == nil {
      throw ValidationError(
        "'\(language)' is not a language here; use "
          + Texts.all.map(\.language.code).joined(separator: " or ") + ".")
    }
  }

  /// The words of the wanted language; English when nothing is said.
  var texts: Texts {
    if let language, let texts = Texts.in(language) { return texts }
    return Self.textsOfSurroundings
  }

  /// The words of the language that the surroundings ask for; English when they don't say.
  static var textsOfSurroundings: Texts {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return Texts.in(String((locale ?? "").prefix(2))) ?? Texts.english
  }
}

/// A text of the help, which is written before a command's options are read, in the language that
/// the surroundings ask for.
func helpText(_ key: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: CommandOptions.textsOfSurroundings("command.\(key)"))
}
