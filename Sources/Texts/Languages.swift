import Foundation
package import SafetyModel

extension Texts {
  /// The languages that the site is in, the municipality's own first.
  ///
  /// To add a language: one file in `Languages/`, and one line here.
  package static let all: [Texts] = [
    Texts(file: PackageResources.sv_json),
    Texts(file: PackageResources.en_json),
  ]

  package static let swedish = all[0]
  package static let english = all[1]

  /// The texts of a language, if the site is in it.
  package static func `in`(_ code: String) -> Texts? {
    all.first { $0.language.code == code }
  }

  private init(file: [UInt8]) {
    var texts: [String: String] = [:]
    let tree = try? JSONDecoder().decode(TextTree.self, from: Data(file))
    tree?.flatten(into: &texts, path: "")
    self.init(language: Language(code: texts["language.code"] ?? "sv"), texts: texts)
  }
}

/// A language file: sections within sections, texts at the leaves.
private enum TextTree: Decodable {
  case text(String)
  case section([String: TextTree])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .section(try container.decode([String: TextTree].self))
    }
  }

  func flatten(into texts: inout [String: String], path: String) {
    switch self {
    case .text(let text): texts[path] = text
    case .section(let parts):
      for (key, part) in parts {
        part.flatten(into: &texts, path: path.isEmpty ? key : "\(path).\(key)")
      }
    }
  }
}
