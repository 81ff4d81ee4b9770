import SafetyModel
import Workflows

extension GeoJSONReader {
  /// The areas with everything that the file says of them, as a shapefile's are given.
  func readFeatures(_ path: String) throws -> [ShapeFeature] {
    let bytes = try FileBytes.read(path, limit: 50_000_000)
    let document = try JSONDocument(bytes, file: path)
    let features = try document.array(document.root["features"], "$.features")
    var areas: [ShapeFeature] = []
    for (index, feature) in features.enumerated() {
      var attributes: [String: String] = [:]
      if case .object(let members) = feature["properties"] {
        for (name, value) in members {
          switch value {
          case .string(let text): attributes[name] = text.trimmingAllBlanks
          case .number(let number): attributes[name] = CanonicalNumber.text(number)
          case .null, .bool, .array, .object: break
          }
        }
      }
      let reading = GeoJSONFeature(number: index + 1, file: path)
      do {
        let polygons = try reading.polygons(feature["geometry"])
        areas.append(
          ShapeFeature(number: index + 1, attributes: attributes, polygons: polygons))
      } catch {
        throw Problems([error])
      }
    }
    return areas
  }
}
