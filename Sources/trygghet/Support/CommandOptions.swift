import ArgumentParser
import Foundation
import Texts

/// What every subcommand takes.
struct CommandOptions: ParsableArguments {
  @Option(help: "The language of messages: sv or en. Default: from LC_ALL, LC_MESSAGES or LANG.")
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
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return Texts.in(String((locale ?? "").prefix(2))) ?? Texts.english
  }
}
