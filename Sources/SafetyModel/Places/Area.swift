/// A place in longitude and latitude, WGS 84, degrees.
package struct Position: Codable, Sendable, Hashable {
  package var longitude: Double
  package var latitude: Double
  package init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// A polygon with its holes: the first ring is the outline, the rest are holes.
package struct Polygon: Codable, Sendable, Hashable {
  package var rings: [[Position]]
  package init(rings: [[Position]]) { self.rings = rings }
}

/// The outline of an area on the map, joined to an area value of a study by its code.
package struct AreaGeometry: Codable, Sendable, Hashable {
  package var code: String
  package var polygons: [Polygon]
  package init(code: String, polygons: [Polygon]) {
    self.code = code
    self.polygons = polygons
  }
}

/// The municipality whose site this is.
package struct Municipality: Codable, Sendable, Hashable {
  /// Four digits as text, as 1290 for Kristianstad; empty for an invented one.
  package var code: String
  package var name: LocalisedText
  /// Invented: every page then says that the figures are examples.
  package var isExample: Bool
  /// `nil` when the municipality hasn't told.
  package var contact: Contact?
  /// Those that it compares itself with, the one that is meant first.
  package var groups: [ComparisonGroup]
  package init(
    code: String, name: LocalisedText, isExample: Bool, contact: Contact? = nil,
    groups: [ComparisonGroup] = []
  ) {
    self.code = code
    self.name = name
    self.isExample = isExample
    self.contact = contact
    self.groups = groups
  }

  /// Versions that were kept before there were groups have none.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      code: try values.decode(String.self, forKey: .code),
      name: try values.decode(LocalisedText.self, forKey: .name),
      isExample: try values.decode(Bool.self, forKey: .isExample),
      contact: try values.decodeIfPresent(Contact.self, forKey: .contact),
      groups: try values.decodeIfPresent([ComparisonGroup].self, forKey: .groups) ?? [])
  }
}
