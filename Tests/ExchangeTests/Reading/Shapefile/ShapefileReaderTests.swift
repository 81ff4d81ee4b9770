import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("Shapefiles")
struct ShapefileReaderTests {
  static let prj = Array(
    #"""
    PROJCS["SWEREF99_TM",GEOGCS["G",DATUM["D",SPHEROID["GRS_1980",6378137.0,298.257222101]]],
    PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],
    PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1.0]]
    """#.utf8)

  /// A square with a hole, and a square in another corner, as one area.
  static let island: [[(Double, Double)]] = [
    [(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)], [(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)],
    [(20, 20), (20, 25), (25, 25), (20, 20)],
  ]

  private func parts(kind: Int = 5, name: String = "Näsby") -> ShapefileParts {
    ShapefileParts(
      file: "x.shp", shapes: ShapeBytes.shp([ShapefileReaderTests.island], kind: kind),
      table: ShapeBytes.dbf([name]), projection: ShapefileReaderTests.prj,
      codePage: Array("UTF-8".utf8))
  }

  @Test("give polygons with their holes and names", arguments: [5, 15])
  func polygons(kind: Int) throws {
    let features = try parts(kind: kind).features()
    #expect(features.map(\.attributes) == [["NAMN": "Näsby"]])
    #expect(features[0].polygons.map(\.rings.count) == [2, 1])
    let corner = TransverseMercator.sweref99TM.position(easting: 0, northing: 0)
    #expect(features[0].polygons[0].rings[0][0] == corner)
  }

  @Test("are read from a folder or a zip, with or without a code page", arguments: [true, false])
  func files(isZip: Bool) throws {
    let folder = try TemporaryFolder()
    let latin: [UInt8] = [0x4E, 0xE4, 0x73, 0x62, 0x79]
    let files = [
      ("a.shp", parts().shapes), ("a.DBF", ShapeBytes.dbf(bytes: [latin])),
      ("a.prj", ShapefileReaderTests.prj),
    ]
    let path: String
    if isZip {
      let zip = ZipBuilder(
        parts: files.map { ZipBuilder.Part(name: "folder/" + $0.0, bytes: $0.1) })
      path = try folder.write(zip.bytes(), as: "areas.zip")
    } else {
      for file in files { _ = try folder.write(file.1, as: file.0) }
      path = folder.url.appending(path: "a.shp").path
    }
    #expect(try ShapefileReader().read(path).map(\.attributes) == [["NAMN": "Näsby"]])
  }

  @Test("are refused when something is missing or wrong")
  func faults() throws {
    func key(_ change: (inout ShapefileParts) -> Void) -> [String] {
      var parts = parts()
      change(&parts)
      return problems { _ = try parts.features() }.map { problem in
        expectWords(problem)
        return problem.key
      }
    }
    #expect(key { $0.projection = [] } == ["shapefile.unknownProjection"])
    #expect(key { $0.shapes.removeLast() } == ["shapefile.cutOff"])
    #expect(key { $0.shapes[0] = 1 } == ["shapefile.badShapes"])
    #expect(key { $0.shapes[108] = 3 } == ["shapefile.notPolygons"])
    #expect(key { $0.shapes[148] = 200 } == ["shapefile.badRecord"])
    #expect(key { $0.table.removeLast(9) } == ["shapefile.cutOffRecord"])
    #expect(key { $0.table[4] = 0 } == ["shapefile.countsDiffer"])
    #expect(key { $0.table = [3] } == ["shapefile.badTable"])
    #expect(key { $0.table = ShapeBytes.dbf(bytes: [[0xE4]]) } == ["shapefile.badText"])
    let folder = try TemporaryFolder()
    let path = try folder.write(parts().shapes, as: "a.shp")
    #expect(
      problems { _ = try ShapefileReader().read(path) }.map(\.key) == ["shapefile.missingPart"])
  }

  @Test("with any byte changed or cut are read or refused, never worse")
  func mutations() {
    let whole = parts()
    for place in whole.shapes.indices {
      var parts = whole
      parts.shapes[place] ^= 0xFF
      expectNoTrap(parts)
      parts.shapes = Array(whole.shapes[..<place])
      expectNoTrap(parts)
    }
    for place in whole.table.indices {
      var parts = whole
      parts.table[place] ^= 0xFF
      expectNoTrap(parts)
      parts.table = Array(whole.table[..<place])
      expectNoTrap(parts)
    }
  }

  private func expectNoTrap(_ parts: ShapefileParts) {
    do { #expect(try parts.features().count == 1) } catch { #expect(!error.list.isEmpty) }
  }

  @Test(
    "of the police are where PROJ puts them",
    .enabled(if: SharedData.has("police_areas"), "../shared/data/police_areas is not here"),
    arguments: [("UO2021", 61, "namn"), ("uso_2023", 59, "NAMN"), ("USO_historiska", 4, "namn")])
  func police(name: String, count: Int, property: String) throws {
    let folder = SharedData.shared.appending(path: "police_areas")
    let features = try ShapefileReader().read(
      folder.appending(path: "original/\(name).shp").path)
    #expect(features.count == count)
    // Made with pyproj; see the folder's README.
    let text = try Data(contentsOf: folder.appending(path: "derived_\(name)_wgs84.geojson"))
    let document = try JSONDocument([UInt8](text), file: name)
    let derived = try document.array(document.root["features"], "$")
    try #require(derived.count == count)
    var largest = 0.0
    var points = 0
    for (feature, other) in zip(features, derived) {
      #expect(
        feature.attributes[property] == other["properties"]?[property]?.string?.trimmingAllBlanks)
      let ours = feature.polygons.flatMap(\.rings).flatMap(\.self)
      let theirs = positions(other["geometry"]?["coordinates"] ?? .null)
      #expect(ours.count == theirs.count)
      for position in ours {
        let nearest = theirs.map {
          max(abs($0.longitude - position.longitude), abs($0.latitude - position.latitude))
        }.min()
        largest = max(largest, nearest ?? .infinity)
        points += 1
      }
    }
    // The derived files are written with a limited number of decimals.
    #expect(largest < 1e-6, "\(points) points")
    #expect(points > 100)
  }

  private func positions(_ value: JSONValue) -> [Position] {
    guard case .array(let values) = value else { return [] }
    if values.count >= 2, case .number(let x) = values[0], case .number(let y) = values[1] {
      return [Position(longitude: x, latitude: y)]
    }
    return values.flatMap(positions)
  }
}

/// Writes small shapefiles.
enum ShapeBytes {
  static func shp(_ areas: [[[(Double, Double)]]], kind: Int) -> [UInt8] {
    var records: [UInt8] = []
    for (index, rings) in areas.enumerated() {
      var content = le(kind) + [UInt8](repeating: 0, count: 32)
      content += le(rings.count) + le(rings.reduce(0) { $0 + $1.count })
      var start = 0
      for ring in rings {
        content += le(start)
        start += ring.count
      }
      for point in rings.joined() { content += double(point.0) + double(point.1) }
      if kind == 15 { content += [UInt8](repeating: 0, count: 16 + 8 * start) }
      records += be(index + 1) + be(content.count / 2) + content
    }
    return be(9994) + [UInt8](repeating: 0, count: 20) + be((100 + records.count) / 2) + le(1000)
      + le(kind) + [UInt8](repeating: 0, count: 64) + records
  }

  static func dbf(_ names: [String]) -> [UInt8] { dbf(bytes: names.map { Array($0.utf8) }) }

  static func dbf(bytes names: [[UInt8]]) -> [UInt8] {
    var field = Array("NAMN".utf8) + [UInt8](repeating: 0, count: 28)
    field[11] = UInt8(ascii: "C")
    field[16] = 20
    let head =
      [3, 124, 1, 1] + le(names.count) + [65, 0, 21, 0] + [UInt8](repeating: 0, count: 20) + field
      + [0x0D]
    return head
      + names.flatMap {
        [0x20] + $0 + [UInt8](repeating: 0x20, count: 20 - $0.count)
      }
  }

  private static func le(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  private static func be(_ value: Int) -> [UInt8] { le(value).reversed() }
  private static func double(_ value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
  }
}
