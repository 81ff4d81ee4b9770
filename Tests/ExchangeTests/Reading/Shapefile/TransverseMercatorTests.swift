import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("Gauss–Krüger projection")
struct TransverseMercatorTests {
  private static let zone1330 = TransverseMercator(
    semiMajorAxis: 6_378_137, flattening: 1 / 298.257222101, centralMeridian: 13.5, scale: 1,
    falseEasting: 150_000, falseNorthing: 0)

  /// PROJ gives nine decimals of a metre; ours agree to a hundredth of a millimetre.
  @Test(
    "gives PROJ's places and positions",
    arguments: [
      ("sweref99tm.csv", TransverseMercator.sweref99TM), ("sweref99-1330.csv", zone1330),
    ])
  func oracle(name: String, projection: TransverseMercator) throws {
    let file = SharedData.fixtures.appending(path: "projection/\(name)")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2)
    #expect(lines.count == 70)
    for line in lines {
      let numbers = line.split(separator: ",").compactMap { Double($0) }
      try #require(numbers.count == 4)
      let place = projection.place(of: Position(longitude: numbers[0], latitude: numbers[1]))
      #expect(abs(place.easting - numbers[2]) < 1e-5, "\(line)")
      #expect(abs(place.northing - numbers[3]) < 1e-5, "\(line)")
      let position = projection.position(easting: numbers[2], northing: numbers[3])
      #expect(abs(position.longitude - numbers[0]) < 1e-10, "\(line)")
      #expect(abs(position.latitude - numbers[1]) < 1e-10, "\(line)")
    }
  }

  @Test("keeps the central meridian straight, and mirrors one side to the other")
  func symmetry() {
    let projection = TransverseMercator.sweref99TM
    for latitude in stride(from: 55.0, through: 69, by: 2) {
      let middle = projection.place(of: Position(longitude: 15, latitude: latitude))
      #expect(middle.easting == 500_000)
      let east = projection.place(of: Position(longitude: 18, latitude: latitude))
      let west = projection.place(of: Position(longitude: 12, latitude: latitude))
      #expect(abs(east.easting + west.easting - 1_000_000) < 1e-6)
      #expect(abs(east.northing - west.northing) < 1e-6)
    }
  }

  @Test("places Stockholm where the National Land Survey's example does")
  func stockholm() {
    let position = TransverseMercator.sweref99TM.position(easting: 674_032, northing: 6_580_822)
    #expect(abs(position.longitude - 18.05919) < 1e-5)
    #expect(abs(position.latitude - 59.33023) < 1e-5)
  }

  @Test("is understood from a .prj file, or refused")
  func projectionText() {
    let tm = """
      PROJCS["SWEREF99_TM",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",
      SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],
      UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
      PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
      PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """
    guard case .transverseMercator(.sweref99TM) = ProjectionText.system(tm) else {
      Issue.record("not understood")
      return
    }
    let wgs84 =
      #"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]"#
    guard case .degrees = ProjectionText.system(wgs84) else {
      Issue.record("not understood")
      return
    }
    for text in [
      "", "x", tm.replacing("Transverse_Mercator", with: "Lambert_Conformal_Conic"),
      tm.replacing("Meter", with: "Foot_US"),
      tm.replacing("Latitude_Of_Origin\",0", with: "Latitude_Of_Origin\",40"),
      #"GEOGCS["GCS_RT_1990",DATUM["D_RT_1990",SPHEROID["Bessel_1841",6377397.155,299.1528128]]]"#,
    ] { #expect(ProjectionText.system(text) == nil) }
  }
}
