import Foundation
package import SafetyModel

/// What is done with the weights of a sample, beyond what every sample has, and its later stages.
///
/// Stored with the answers, so that an earlier wave is weighted again as it was: as the only
/// category of a coded column named `design`, beside the numbers that it speaks of.
struct StoredDesign: Codable, Sendable, Hashable {
  static let column = "design"

  var includesLonelyInDomains = false
  var nonresponse: NonresponseDescription?
  var trimming: TrimmingDescription?
  var calibration: CalibrationDescription?
  /// Stages of drawing; 1 when the first one is all there is to tell.
  var stageCount = 1

  /// A design that says nothing more than the weights do is not stored.
  var isPlain: Bool { self == StoredDesign() }

  /// Names of the numeric columns.
  static let responded = "nonresponse.responded"
  static func explaining(_ place: Int) -> String { "nonresponse.by.\(place)" }
  static func margin(_ code: String) -> String { "calibration.margin.\(code)" }
  static func number(_ code: String) -> String { "calibration.number.\(code)" }
  static func unit(_ stage: Int) -> String { "stage.\(stage).unit" }
  static func size(_ stage: Int) -> String { "stage.\(stage).size" }
}

extension StoredAnswers {
  /// How the weights are treated; `nil` for a plain design, or when its text cannot be read.
  var design: StoredDesign? {
    guard let text = codedColumns[StoredDesign.column]?.categories.first else { return nil }
    return try? JSONDecoder().decode(StoredDesign.self, from: Data(text.utf8))
  }

  mutating func store(_ design: StoredDesign) throws {
    guard !design.isPlain else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    codedColumns[StoredDesign.column] = StoredCodes(
      categories: [String(decoding: try encoder.encode(design), as: UTF8.self)],
      codes: Array(repeating: 0, count: rowCount))
  }

  /// Who answered of those who were drawn; `nil` when everyone did.
  var responded: [Bool]? { numericColumns[StoredDesign.responded].map { $0.map { $0 == 1 } } }

  /// Those who answered.
  package var respondentCount: Int { responded.map { $0.count { $0 } } ?? rowCount }
}
