import Foundation
import SafetyModel
import Workflows

/// Reads the areas of a list, a map or a table, whichever the file's ending says.
struct ListedAreas {
  /// The names of the columns or properties.
  var name: String
  var level: String?
  var municipality: String?
  /// For workbooks.
  var sheet: String?
  var delimiter: String?

  /// The areas; in a table those without a level are not on the list.
  func read(_ path: String) throws -> [PublishedArea] {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "shp", "zip": return try areas(ShapefileReader().read(path), path)
    case "geojson", "json": return try areas(GeoJSONReader().readFeatures(path), path)
    case "xlsx": return try areas(WorkbookReader(path).sheet(sheet))
    case "csv":
      let bytes = try FileBytes.read(path, limit: 50_000_000)
      return try areas(CSVGrid.read(bytes, file: path, delimiter: delimiter))
    default:
      let arguments = ["ending": ending, "endings": "shp, zip, geojson, csv, xlsx"]
      throw Problems([Problem("file.unknownEnding", arguments: arguments, file: path)])
    }
  }

  private func areas(_ features: [ShapeFeature], _ path: String) throws(Problems)
    -> [PublishedArea]
  {
    var areas: [PublishedArea] = []
    for feature in features {
      let known = feature.attributes.keys.sorted()
      func value(_ column: String) throws(Problems) -> String {
        if let value = feature.attributes[column] { return value }
        throw noColumn(column, known, path)
      }
      areas.append(
        PublishedArea(
          name: try value(name), level: try level.map(value),
          municipality: try municipality.map(value), polygons: feature.polygons))
    }
    return areas
  }

  private func areas(_ grid: Grid) throws(Problems) -> [PublishedArea] {
    guard let head = grid.rows.first else {
      throw Problems([Problem("source.noTable", file: grid.file)])
    }
    let names = (0...(head.cells.last?.column ?? 0)).map { head[$0]?.words ?? "" }
    func column(_ name: String) throws(Problems) -> Int {
      if let place = names.firstIndex(of: name) { return place }
      throw noColumn(name, names, grid.file)
    }
    let nameColumn = try column(name)
    let levelColumn = try level.map(column)
    let municipalityColumn = try municipality.map(column)
    return grid.rows.dropFirst().compactMap { row in
      guard let name = row[nameColumn]?.words, !name.isEmpty else { return nil }
      let level = levelColumn.map { row[$0]?.words ?? "" }
      if level?.isEmpty == true { return nil }
      return PublishedArea(
        name: name, level: level,
        municipality: municipalityColumn.flatMap { row[$0]?.words }.flatMap {
          $0.isEmpty ? nil : $0
        },
        polygons: [])
    }
  }

  private func noColumn(_ column: String, _ known: [String], _ file: String) -> Problems {
    let arguments = ["column": column, "known": known.joined(separator: ", ")]
    return Problems([Problem("source.noColumn", arguments: arguments, file: file)])
  }
}
