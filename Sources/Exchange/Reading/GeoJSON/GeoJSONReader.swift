package import SafetyModel
package import Workflows

/// Reads the outlines of areas from GeoJSON (RFC 7946).
///
/// A FeatureCollection whose features are Polygons or MultiPolygons in longitude and latitude,
/// each with its code in a property. Everything wrong is told at once, with the feature's number.
package struct GeoJSONReader: AreaFileReader {
  private let mostBytes: Int
  private let mostFeatures: Int
  /// How many problems are told in one go.
  package static let mostProblems = 100

  package init(mostBytes: Int = 50_000_000, mostFeatures: Int = 10_000) {
    self.mostBytes = mostBytes
    self.mostFeatures = mostFeatures
  }

  package func readAreas(_ path: String, codeProperty: String) throws -> [AreaGeometry] {
    let bytes = try FileBytes.read(path, limit: mostBytes)
    return try readAreas(bytes, file: path, codeProperty: codeProperty)
  }

  /// Reads outlines that are already in memory.
  package func readAreas(
    _ bytes: [UInt8], file: String, codeProperty: String
  ) throws(Problems) -> [AreaGeometry] {
    let features = try features(of: try json(bytes, file), file)
    var areas: [AreaGeometry] = []
    var places: [String: Int] = [:]
    var problems: [Problem] = []
    for (index, feature) in features.enumerated() where problems.count < GeoJSONReader.mostProblems
    {
      let reading = GeoJSONFeature(number: index + 1, file: file)
      do throws(Problem) {
        let area = try reading.area(feature, codeProperty: codeProperty)
        if let first = places.updateValue(index + 1, forKey: area.code) {
          let arguments = ["first": String(first), "code": area.code]
          throw reading.problem("geojson.duplicateCode", arguments)
        }
        areas.append(area)
      } catch {
        problems.append(error)
      }
    }
    if problems.count == GeoJSONReader.mostProblems {
      let arguments = ["limit": String(GeoJSONReader.mostProblems)]
      problems.append(Problem("file.moreProblems", arguments: arguments, file: file))
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return areas
  }

  private func json(_ bytes: [UInt8], _ file: String) throws(Problems) -> JSONValue {
    guard !bytes.isEmpty else { throw Problems([Problem("file.empty", file: file)]) }
    let start = try TextEncoding.startOfText(in: bytes.span, file: file)
    do {
      var text = JSONText(bytes, from: start)
      return try text.value()
    } catch {
      let position = TextEncoding.position(of: error.offset, in: bytes.span)
      let problem =
        if let expected = error.expected {
          Problem(
            "geojson.notJSON", arguments: ["expected": expected], file: file, position: position)
        } else {
          Problem(
            "geojson.tooDeep", arguments: ["limit": String(JSONText.deepest)], file: file,
            position: position)
        }
      throw Problems([problem])
    }
  }

  private func features(of json: JSONValue, _ file: String) throws(Problems) -> [JSONValue] {
    guard case .string(let kind) = json["type"] else {
      let arguments = ["expected": "\"type\": \"FeatureCollection\"", "path": "$"]
      throw Problems([Problem("geojson.badStructure", arguments: arguments, file: file)])
    }
    guard kind == "FeatureCollection" else {
      throw Problems([Problem("geojson.wrongKind", arguments: ["kind": kind], file: file)])
    }
    guard case .array(let features) = json["features"] else {
      let arguments = ["expected": "[…]", "path": "$.features"]
      throw Problems([Problem("geojson.badStructure", arguments: arguments, file: file)])
    }
    guard !features.isEmpty else { throw Problems([Problem("geojson.noFeatures", file: file)]) }
    guard features.count <= mostFeatures else {
      let arguments = ["limit": String(mostFeatures)]
      throw Problems([Problem("geojson.tooManyFeatures", arguments: arguments, file: file)])
    }
    return features
  }
}
