import SafetyModel
import Workflows

/// One feature of a GeoJSON file, on its way to an area.
struct GeoJSONFeature {
  /// Its number in the file, from 1.
  let number: Int
  let file: String

  func area(_ feature: JSONValue, codeProperty: String) throws(Problem) -> AreaGeometry {
    guard case .string("Feature") = feature["type"] else {
      throw structure("\"type\": \"Feature\"", "")
    }
    let code = try code(feature["properties"], codeProperty)
    return AreaGeometry(code: code, polygons: try polygons(feature["geometry"]))
  }

  func problem(_ key: String, _ arguments: [String: String] = [:]) -> Problem {
    let number = ["feature": String(number)]
    return Problem(key, arguments: arguments.merging(number) { $1 }, file: file)
  }

  private func structure(_ expected: String, _ path: String) -> Problem {
    problem(
      "geojson.badStructure",
      ["expected": expected, "path": "$.features[\(number - 1)]\(path)"])
  }

  // MARK: - The code

  private func code(_ properties: JSONValue?, _ name: String) throws(Problem) -> String {
    switch properties?[name] {
    case .string(let text) where !text.trimmingBlanks.isEmpty: return text.trimmingBlanks
    case .number(let number): return CanonicalNumber.text(number)
    case .bool, .array, .object: throw problem("geojson.badCode", ["property": name])
    case nil, .null, .string:
      var names: [String] = []
      if case .object(let members) = properties { names = members.keys.sorted() }
      let found = names.isEmpty ? "–" : names.prefix(20).joined(separator: ", ")
      throw problem("geojson.noCode", ["property": name, "properties": found])
    }
  }

  // MARK: - The outline

  func polygons(_ geometry: JSONValue?) throws(Problem) -> [Polygon] {
    guard let geometry, case .string(let kind) = geometry["type"] else {
      throw problem("geojson.wrongGeometry", ["kind": "–"])
    }
    guard case .array(let coordinates) = geometry["coordinates"] else {
      throw structure("[…]", ".geometry.coordinates")
    }
    switch kind {
    case "Polygon": return [try polygon(coordinates)]
    case "MultiPolygon":
      var polygons: [Polygon] = []
      for rings in coordinates {
        guard case .array(let rings) = rings else {
          throw structure("[…]", ".geometry.coordinates")
        }
        polygons.append(try polygon(rings))
      }
      guard !polygons.isEmpty else { throw problem("geojson.badRing") }
      return polygons
    default: throw problem("geojson.wrongGeometry", ["kind": kind])
    }
  }

  private func polygon(_ rings: [JSONValue]) throws(Problem) -> Polygon {
    guard !rings.isEmpty else { throw problem("geojson.badRing") }
    var polygon = Polygon(rings: [])
    for ring in rings {
      guard case .array(let positions) = ring else {
        throw structure("[…]", ".geometry.coordinates")
      }
      polygon.rings.append(try outline(positions))
    }
    return polygon
  }

  private func outline(_ positions: [JSONValue]) throws(Problem) -> [Position] {
    var outline: [Position] = []
    outline.reserveCapacity(positions.count)
    for position in positions { outline.append(try self.position(position)) }
    guard outline.count >= 4 else { throw problem("geojson.badRing") }
    guard outline.first == outline.last else { throw problem("geojson.openRing") }
    return outline
  }

  private func position(_ value: JSONValue) throws(Problem) -> Position {
    guard case .array(let numbers) = value, numbers.count >= 2,
      case .number(let longitude) = numbers[0], case .number(let latitude) = numbers[1]
    else { throw structure("[longitude, latitude]", ".geometry.coordinates") }
    guard longitude.magnitude <= 180, latitude.magnitude <= 90 else {
      throw problem(isProjected(longitude, latitude) ? "geojson.projected" : "geojson.badPosition")
    }
    return Position(longitude: longitude, latitude: latitude)
  }

  /// Whether the numbers are metres in SWEREF 99 TM, in either order, rather than degrees.
  private func isProjected(_ x: Double, _ y: Double) -> Bool {
    let east = 100_000.0...1_100_000
    let north = 6_000_000.0...7_800_000
    return (east ~= x && north ~= y) || (north ~= x && east ~= y)
  }
}
