/// Where a figure is about: a municipality, a region, a country or an area within a municipality.
package struct Place: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case municipality, region, country, area
  }
  package var kind: Kind
  /// Four digits for a municipality (`1290`), two for a Swedish region (`12`), two letters for a
  /// country (`SE`), the geography's own code for an area (`1290C1010`).
  package var code: String
  /// For an area, the division that it belongs to with its year: `deso-2018`, `own-2025`.
  ///
  /// Empty for other places. The same code in two divisions is two areas.
  package var geography: String

  package init(kind: Kind, code: String, geography: String = "") {
    self.kind = kind
    self.code = code
    self.geography = geography
  }

  package static func municipality(_ code: String) -> Place {
    Place(kind: .municipality, code: code)
  }
  package static func region(_ code: String) -> Place { Place(kind: .region, code: code) }
  package static func area(_ code: String, of geography: String) -> Place {
    Place(kind: .area, code: code, geography: geography)
  }
  package static let sweden = Place(kind: .country, code: "SE")
}

extension Place: Comparable {
  package static func < (a: Place, b: Place) -> Bool {
    (a.kind.rawValue, a.geography, a.code) < (b.kind.rawValue, b.geography, b.code)
  }
}
