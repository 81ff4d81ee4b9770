/// The areas as GeoJSON (RFC 7946): WGS 84, outlines counter-clockwise.
struct AreaFile {
  let map: AreaMap
  let areas: [Questionnaire.Area]

  func text() -> String {
    let features = map.rings.map(feature).joined(separator: ",\n")
    return """
      {
      "type": "FeatureCollection",
      "name": "Exempelstad: påhittade områden / invented areas",
      "features": [
      \(features)
      ]
      }

      """
  }

  private func feature(_ ring: AreaMap.Ring) -> String {
    let name = areas.first { $0.code == ring.area }?.sv ?? ring.area
    let positions = ring.positions
      .map { "[\(degrees($0.longitude)),\(degrees($0.latitude))]" }.joined(separator: ",")
    return """
      {"type": "Feature", "properties": {"code": "\(ring.area)", "name": "\(name)"}, "geometry": \
      {"type": "Polygon", "coordinates": [[\(positions)]]}}
      """
  }

  /// Five decimals; the invented municipality lies north of the equator, east of Greenwich.
  private func degrees(_ hundredThousandths: Int) -> String {
    "\(hundredThousandths / 100_000)." + padded(hundredThousandths % 100_000, to: 5)
  }
}
