import Foundation
package import SafetyModel

/// An area of a shapefile: its attributes, and its polygons in longitude and latitude.
package struct ShapeFeature: Sendable, Hashable {
  /// From 1, in the file's order.
  package var number: Int
  package var attributes: [String: String]
  package var polygons: [Polygon]
}

/// Reads areas from a shapefile: `.shp` with `.dbf` and `.prj` beside it, or a zip of them.
///
/// Text is in the code page that a `.cpg` names, else in Windows' Latin alphabet. Coordinates come
/// out in WGS 84 whatever transverse Mercator they are in; without a `.prj` nobody knows what they
/// are, and they are refused.
package struct ShapefileReader: Sendable {
  private let mostBytes: Int
  package init(mostBytes: Int = 100_000_000) { self.mostBytes = mostBytes }

  package func read(_ path: String) throws -> [ShapeFeature] {
    if path.lowercased().hasSuffix(".zip") { return try read(zip: path) }
    guard path.lowercased().hasSuffix(".shp") else {
      throw Problems([Problem("shapefile.notAShapefile", file: path)])
    }
    let stem = String(path.dropLast(4))
    func part(_ ending: String, required: Bool) throws -> [UInt8] {
      for name in [stem + "." + ending, stem + "." + ending.uppercased()]
      where FileManager.default.fileExists(atPath: name) {
        return try FileBytes.read(name, limit: mostBytes)
      }
      if required { throw missing(ending, path) }
      return []
    }
    return try ShapefileParts(
      file: path, shapes: FileBytes.read(path, limit: mostBytes),
      table: part("dbf", required: true), projection: part("prj", required: true),
      codePage: part("cpg", required: false)
    ).features()
  }

  private func read(zip path: String) throws -> [ShapeFeature] {
    let bytes = try FileBytes.read(path, limit: mostBytes)
    let archive = try ZipArchive(bytes, file: path)
    let shapes = archive.entries.filter { $0.name.lowercased().hasSuffix(".shp") }
    guard shapes.count == 1, let shape = shapes.first else {
      let arguments = ["count": String(shapes.count)]
      throw Problems([Problem("shapefile.notOneInZip", arguments: arguments, file: path)])
    }
    let stem = shape.name.lowercased().dropLast(4)
    func part(_ ending: String, required: Bool) throws -> [UInt8] {
      if let entry = archive.entries.first(where: { $0.name.lowercased() == "\(stem).\(ending)" }) {
        return try archive.contents(of: entry)
      }
      if required { throw missing(ending, path) }
      return []
    }
    return try ShapefileParts(
      file: path, shapes: archive.contents(of: shape), table: part("dbf", required: true),
      projection: part("prj", required: true), codePage: part("cpg", required: false)
    ).features()
  }

  private func missing(_ ending: String, _ path: String) -> Problems {
    Problems([Problem("shapefile.missingPart", arguments: ["ending": ending], file: path)])
  }
}

/// The files that together are a shapefile.
struct ShapefileParts {
  var file: String
  var shapes: [UInt8]
  var table: [UInt8]
  var projection: [UInt8]
  var codePage: [UInt8]

  func features() throws(Problems) -> [ShapeFeature] {
    guard let system = ProjectionText.system(String(decoding: projection, as: UTF8.self)) else {
      throw Problems([Problem("shapefile.unknownProjection", file: file)])
    }
    let shapes = try ShapeRings(shapes, file: file)
    let table = try DBFTable(table, encoding: encoding, file: file)
    guard shapes.records.count == table.records.count else {
      let arguments = [
        "shapes": String(shapes.records.count), "records": String(table.records.count),
      ]
      throw Problems([Problem("shapefile.countsDiffer", arguments: arguments, file: file)])
    }
    var features: [ShapeFeature] = []
    for (index, rings) in shapes.records.enumerated() {
      let polygons = RingAssembly.polygons(rings).map { rings in
        Polygon(rings: rings.map { $0.map { position($0, system) } })
      }
      let isOnEarth = polygons.allSatisfy { polygon in
        polygon.rings.allSatisfy { ring in
          ring.allSatisfy { $0.latitude.magnitude <= 90 && $0.longitude.magnitude <= 180 }
        }
      }
      guard isOnEarth else {
        let arguments = ["record": String(index + 1)]
        throw Problems([Problem("shapefile.badRecord", arguments: arguments, file: file)])
      }
      features.append(
        ShapeFeature(
          number: index + 1, attributes: table.records[index], polygons: polygons))
    }
    return features
  }

  private func position(_ point: ShapeRings.Point, _ system: ProjectionText.System) -> Position {
    switch system {
    case .degrees: Position(longitude: point.x, latitude: point.y)
    case .transverseMercator(let projection):
      projection.position(easting: point.x, northing: point.y)
    }
  }

  private var encoding: String.Encoding {
    let name = String(decoding: codePage, as: UTF8.self).trimmingAllBlanks.uppercased()
    switch name {
    case "UTF-8", "UTF8", "65001": return .utf8
    case "ISO-8859-1", "ISO 8859-1", "ISO88591", "88591": return .isoLatin1
    default: return .windowsCP1252
    }
  }
}
