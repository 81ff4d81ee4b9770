import Foundation
import SafetyModel

/// What a `.prj` file says about the coordinates beside it (well-known text, ESRI's spelling).
enum ProjectionText {
  enum System {
    /// Already longitude and latitude.
    case degrees
    case transverseMercator(TransverseMercator)
  }

  /// The system, or `nil` for one that is not understood.
  static func system(_ text: String) -> System? {
    let compact = text.filter { !$0.isWhitespace }
    if compact.hasPrefix("GEOGCS[") {
      let known = ["WGS_1984", "WGS84", "SWEREF99", "ETRS"]
      return known.contains { compact.uppercased().contains($0) } ? .degrees : nil
    }
    guard compact.hasPrefix("PROJCS["),
      compact.contains("PROJECTION[\"Transverse_Mercator\"]"),
      compact.contains("UNIT[\"Meter\",1.0]") || compact.contains("UNIT[\"metre\",1")
        || compact.contains("UNIT[\"Meter\",1]"),
      let ellipsoid = numbers(after: "SPHEROID[", in: compact), ellipsoid.count >= 2,
      ellipsoid[1] > 1, parameter("latitude_of_origin", in: compact) ?? 0 == 0,
      let meridian = parameter("central_meridian", in: compact),
      let scale = parameter("scale_factor", in: compact), scale > 0
    else { return nil }
    return .transverseMercator(
      TransverseMercator(
        semiMajorAxis: ellipsoid[0], flattening: 1 / ellipsoid[1], centralMeridian: meridian,
        scale: scale, falseEasting: parameter("false_easting", in: compact) ?? 0,
        falseNorthing: parameter("false_northing", in: compact) ?? 0))
  }

  private static func parameter(_ name: String, in text: String) -> Double? {
    numbers(after: "parameter[\"\(name)\"", in: text.lowercased())?.first
  }

  /// The numbers between a mark and the next closing bracket.
  private static func numbers(after mark: String, in text: String) -> [Double]? {
    guard let start = text.range(of: mark)?.upperBound,
      let end = text[start...].firstIndex(of: "]")
    else { return nil }
    return text[start..<end].split(separator: ",").compactMap { Double($0) }
  }
}
