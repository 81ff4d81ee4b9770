import Crypto
import Foundation
import SafetyModel

/// What a publication was made from, in one line: the same inputs give the same fingerprint.
///
/// The names of files do not count, their contents do; nor does the time or the note.
enum Fingerprint {
  /// Raised whenever the program comes to compute or protect figures in another way, so that
  /// publishing the same file again then gives a new publication.
  static let method = 1

  static func of(
    _ study: Study, dataDigest: String, areas: [AreaGeometry], earlier: [Publication]
  ) throws -> String {
    var study = study
    study.data.file = ""
    study.data.areasFile = nil
    let inputs = Inputs(
      method: method, study: study, dataDigest: dataDigest, areas: areas,
      earlier: earlier.map(\.fingerprint))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SHA256.hash(data: try encoder.encode(inputs)).hexadecimal
  }

  private struct Inputs: Encodable {
    let method: Int
    let study: Study
    let dataDigest: String
    let areas: [AreaGeometry]
    let earlier: [String]
  }
}
