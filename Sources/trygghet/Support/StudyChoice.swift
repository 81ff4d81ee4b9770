import Foundation
import SafetyModel

/// What of a study a command is asked about, by code.
struct StudyChoice {
  let codebook: Codebook
  /// The study file, for messages.
  let file: String

  /// The codes of an option, with commas between.
  static func codes(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The items and indices of a list of codes; all for none.
  func subjects(_ text: String?, option: String) throws -> [PublishedSubject] {
    guard let text else { return codebook.subjects }
    return try Self.codes(text).map { code in
      if let subject = codebook.subject(code) { return subject }
      throw unknown(code, among: codebook.subjects.map(\.code), option: option)
    }
  }

  func dimension(_ code: String, option: String) throws -> PublishedDimension {
    if let dimension = codebook.dimension(code) { return dimension }
    throw unknown(code, among: codebook.dimensions.map(\.code), option: option)
  }

  private func unknown(_ code: String, among known: [String], option: String) -> Problems {
    Problems([
      Problem(
        "command.unknownCode",
        arguments: [
          "option": option, "code": code, "known": known.joined(separator: ", "),
        ], file: file)
    ])
  }
}
