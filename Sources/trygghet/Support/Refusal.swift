import ArgumentParser
import Foundation
import SafetyModel
import Texts

/// Ends a command whose input was refused: everything wrong on standard error, exit code 1.
///
/// Exit codes: 0 done · 1 the input was refused, nothing was changed · 64 wrong usage · 70 a fault
/// in the program or its surroundings.
enum Refusal {
  static let exitCode = ExitCode(1)

  /// Writes the problems and returns the exit code to throw.
  static func report(_ problems: [Problem], in texts: Texts) -> ExitCode {
    let lines = problems.map { $0.line(in: texts) + "\n" }.joined()
    FileHandle.standardError.write(Data(lines.utf8))
    return exitCode
  }

  /// Runs a command's work; problems in what it was given end it with their words.
  static func telling<Value>(in texts: Texts, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let problems as Problems {
      throw report(problems.list, in: texts)
    }
  }
}

extension Problem {
  /// The problem in one line: where, how grave, what is wrong and what to do.
  ///
  /// Values from files are escaped: control characters can neither move the cursor nor hide text.
  func line(in texts: Texts) -> String {
    var place = file.map { escapedForTerminal($0) } ?? ""
    if let position { place += ":\(position.line):\(position.column)" }
    if !place.isEmpty { place += ": " }
    var arguments = arguments.mapValues { escapedForTerminal($0) }
    if let variable { arguments["variable"] = escapedForTerminal(variable) }
    arguments["rows"] = texts.list(rows.map(String.init))
    let what = texts("problem.\(key)", arguments)
    let advice =
      texts.has("problem.\(key).advice") ? " " + texts("problem.\(key).advice", arguments) : ""
    return place + texts("command.severity.\(severity.rawValue)") + ": " + what + advice
  }
}

/// The text with control, format and line-breaking characters written as `\u{…}`.
func escapedForTerminal(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned,
      .privateUse:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
