import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

func readAreas(_ text: String, property: String = "code") throws -> [AreaGeometry] {
  try GeoJSONReader().readAreas(Array(text.utf8), file: "areas.geojson", codeProperty: property)
}

/// A collection with one square for each of the properties.
func collection(
  _ properties: String..., geometry: String = square, type: String = "FeatureCollection"
) -> String {
  let features = properties.map {
    #"{"type":"Feature","properties":\#($0),"geometry":\#(geometry)}"#
  }
  return #"{"type":"\#(type)","features":[\#(features.joined(separator: ","))]}"#
}

let square = polygon("[14,56],[15,56],[15,57],[14,56]")

func polygon(_ positions: String) -> String {
  #"{"type":"Polygon","coordinates":[[\#(positions)]]}"#
}

@Suite("Outlines of areas")
struct GeoJSONReaderTests {
  @Test("are read with their codes, text or number")
  func areas() throws {
    let areas = try readAreas(collection(#"{"code":" å1 "}"#, #"{"code":1290.0}"#))
    #expect(areas.map(\.code) == ["å1", "1290"])
    #expect(areas[0].polygons[0].rings[0].count == 4)
    #expect(areas[0].polygons[0].rings[0][1] == Position(longitude: 15, latitude: 56))
  }

  @Test("may have several polygons, holes and heights")
  func shapes() throws {
    let ring = "[[14,56,3],[15,56,3],[15,57,3],[14,56,3]]"
    let geometry = #"{"type":"MultiPolygon","coordinates":[[\#(ring),\#(ring)],[\#(ring)]]}"#
    let areas = try readAreas(collection(#"{"namn":"a"}"#, geometry: geometry), property: "namn")
    #expect(areas[0].polygons.map(\.rings.count) == [2, 1])
  }

  @Test("are refused, each with what is wrong")
  func faults() {
    let cases: [(String, [String])] = [
      ("", ["file.empty"]),
      ("{\n  \"type\": ]", ["geojson.notJSON 2:11"]),
      (#"{"type":"FeatureCollection","features":[]} x"#, ["geojson.notJSON 1:44"]),
      (String(repeating: "[", count: 100_000), ["geojson.tooDeep 1:65"]),
      ("[]", ["geojson.badStructure"]),
      (#"{"type":"FeatureCollection"}"#, ["geojson.badStructure"]),
      (#"{"type":"FeatureCollection","features":[]}"#, ["geojson.noFeatures"]),
      (#"{"type":"FeatureCollection","features":[7]}"#, ["geojson.badStructure"]),
      (collection("{}", type: "Topology"), ["geojson.wrongKind"]),
      (collection("{}", "null", #"{"code":""}"#), Array(repeating: "geojson.noCode", count: 3)),
      (collection(#"{"code":[1]}"#), ["geojson.badCode"]),
      (collection(#"{"code":1}"#, #"{"code":"1"}"#), ["geojson.duplicateCode"]),
      (collection(#"{"code":1}"#, geometry: "null"), ["geojson.wrongGeometry"]),
      (
        collection(#"{"code":1}"#, geometry: #"{"type":"Point","coordinates":[1,2]}"#),
        ["geojson.wrongGeometry"]
      ),
      (collection(#"{"code":1}"#, geometry: polygon("[1,2],[2,2],[1,2]")), ["geojson.badRing"]),
      (
        collection(#"{"code":1}"#, geometry: polygon("[1,2],[2,2],[2,3],[1,3]")),
        ["geojson.openRing"]
      ),
      (
        collection(#"{"code":1}"#, geometry: polygon("[447000,6210000],[1,2]")),
        ["geojson.projected"]
      ),
      (collection(#"{"code":1}"#, geometry: polygon("[14,91]")), ["geojson.badPosition"]),
      (collection(#"{"code":1}"#, geometry: polygon("[1e999,1]")), ["geojson.badPosition"]),
      (collection(#"{"code":1}"#, geometry: polygon(#"["14",1]"#)), ["geojson.badStructure"]),
      (
        collection(#"{"code":1}"#, geometry: #"{"type":"Polygon","coordinates":{}}"#),
        ["geojson.badStructure"]
      ),
    ]
    for (text, told) in cases {
      let found = problems { _ = try readAreas(text) }
      #expect(found.map(short) == told, "\(text.prefix(80))")
      found.forEach { expectWords($0) }
    }
  }

  @Test("say which feature is wrong, and which properties there are")
  func places() {
    let found = problems { _ = try readAreas(collection(#"{"code":1}"#, #"{"namn":"x"}"#)) }
    #expect(
      found.map(\.arguments) == [["feature": "2", "property": "code", "properties": "namn"]])
  }

  @Test("are not taken over the limits")
  func limits() {
    let reader = GeoJSONReader(mostFeatures: 1)
    let text = collection(#"{"code":1}"#, #"{"code":2}"#)
    let found = problems {
      _ = try reader.readAreas(Array(text.utf8), file: "x", codeProperty: "code")
    }
    #expect(found.map(\.key) == ["geojson.tooManyFeatures"])
  }

  @Test(
    "of the police's areas are read",
    .enabled(if: SharedData.has("police_areas"), "../shared/data/police_areas is not here"))
  func police() throws {
    let folder = SharedData.shared.appending(path: "police_areas")
    let files = SharedData.files(in: folder, ending: ["geojson"])
    #expect(!files.isEmpty)
    for file in files {
      do {
        let areas = try GeoJSONReader().readAreas(file.path, codeProperty: "NAMN")
        #expect(!areas.isEmpty)
      } catch let problems as Problems {
        problems.list.forEach { expectWords($0) }
      }
    }
  }
}
