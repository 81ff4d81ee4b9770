import Foundation
package import SafetyModel

extension Texts {
  /// What a place outside the municipality is called; its code when nobody knows it.
  ///
  /// The names of Sweden's municipalities are Statistics Sweden's (CC0), by municipality code.
  /// Codes from 9001 are of the invented country of the examples, and no Swedish municipality's.
  package func place(_ place: Place) -> String {
    switch place.kind {
    case .municipality: Self.municipalities[place.code] ?? place.code
    case .country where place.code == "SE": self("common.place.sweden")
    case .region, .country, .area: place.code
    }
  }

  private static let municipalities: [String: String] =
    (try? JSONDecoder().decode(
      [String: String].self, from: Data(PackageResources.municipalities_json))) ?? [:]
}
