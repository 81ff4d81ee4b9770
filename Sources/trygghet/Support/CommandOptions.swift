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

  /// The words of the language that is asked for before the options are read, as for the help: by
  /// `--language`, else by the surroundings; English when neither says.
  static var textsOfSurroundings: Texts {
    if let language = languageArgument, let texts = Texts.in(language) { return texts }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return Texts.in(String((locale ?? "").prefix(2))) ?? Texts.english
  }

  private static var languageArgument: String? {
    let arguments = CommandLine.arguments
    for (place, argument) in arguments.enumerated() {
      if argument == "--language", place + 1 < arguments.count { return arguments[place + 1] }
      if argument.hasPrefix("--language=") { return String(argument.dropFirst(11)) }
    }
    return nil
  }
}

/// A text of the help, which is written before a command's options are read, in the language that
/// the surroundings ask for.
func helpText(_ key: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: CommandOptions.textsOfSurroundings("command.\(key)"))
}
