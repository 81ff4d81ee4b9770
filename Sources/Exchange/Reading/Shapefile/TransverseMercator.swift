import Foundation
package import SafetyModel

/// A transverse Mercator projection (Gauss–Krüger) of the ellipsoid, both ways.
///
/// With n = f/(2 − f), the rectifying radius A and Krüger's series in n:
///
///     ξ + iη = ζ' + Σⱼ αⱼ·sin(2jζ'),   E = E₀ + k₀·A·η,   N = N₀ + k₀·A·ξ
///
/// where ζ' = ξ' + iη' is the spherical transverse Mercator of the conformal latitude. The series is
/// cut after j = 4 with coefficients to n⁶; within 1 000 km of the central meridian the error is
/// under a micrometre. The geodetic latitude comes back from the conformal one by Newton's method.
///
/// Source: Krüger, *Konforme Abbildung des Erdellipsoids in der Ebene*, 1912; coefficients as in
/// Karney, *Transverse Mercator with an accuracy of a few nanometers*, 2011, eqs. 35 and 36.
/// Compared with PROJ in `Fixtures/projection/sweref99tm.csv`, made by `Tools/oracle/projection.py`.
package struct TransverseMercator: Sendable, Hashable {
  /// Half the long axis of the ellipsoid, metres.
  var semiMajorAxis: Double
  /// How flat the ellipsoid is; 1/298.257222101 for GRS 1980.
  var flattening: Double
  /// Degrees east of Greenwich.
  var centralMeridian: Double
  var scale: Double
  /// Metres.
  var falseEasting: Double
  var falseNorthing: Double

  /// SWEREF 99 TM (EPSG:3006), Sweden's own; its ETRS 89 positions serve as WGS 84 here.
  package static let sweref99TM = TransverseMercator(
    semiMajorAxis: 6_378_137, flattening: 1 / 298.257222101, centralMeridian: 15, scale: 0.9996,
    falseEasting: 500_000, falseNorthing: 0)

  private var n: Double { flattening / (2 - flattening) }
  private var rectifyingRadius: Double {
    semiMajorAxis / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
  }
  private var eccentricity: Double { (flattening * (2 - flattening)).squareRoot() }

  /// The position on the ellipsoid of a place in the plane, metres.
  package func position(easting: Double, northing: Double) -> Position {
    let xi = (northing - falseNorthing) / (scale * rectifyingRadius)
    let eta = (easting - falseEasting) / (scale * rectifyingRadius)
    var (sphereXi, sphereEta) = (xi, eta)
    for (index, beta) in backward.enumerated() {
      let j = 2 * Double(index + 1)
      sphereXi -= beta * sin(j * xi) * cosh(j * eta)
      sphereEta -= beta * cos(j * xi) * sinh(j * eta)
    }
    let conformal = sin(sphereXi) / hypot(sinh(sphereEta), cos(sphereXi))
    let longitude = atan2(sinh(sphereEta), cos(sphereXi))
    let latitude = atan(geodeticTangent(conformal))
    return Position(
      longitude: centralMeridian + longitude * 180 / .pi, latitude: latitude * 180 / .pi)
  }

  /// The place in the plane of a position on the ellipsoid, metres.
  package func place(of position: Position) -> (easting: Double, northing: Double) {
    let tangent = conformalTangent(tan(position.latitude * .pi / 180))
    let difference = (position.longitude - centralMeridian) * .pi / 180
    let sphereXi = atan2(tangent, cos(difference))
    let sphereEta = asinh(sin(difference) / hypot(tangent, cos(difference)))
    var (xi, eta) = (sphereXi, sphereEta)
    for (index, alpha) in forward.enumerated() {
      let j = 2 * Double(index + 1)
      xi += alpha * sin(j * sphereXi) * cosh(j * sphereEta)
      eta += alpha * cos(j * sphereXi) * sinh(j * sphereEta)
    }
    let metres = scale * rectifyingRadius
    return (falseEasting + metres * eta, falseNorthing + metres * xi)
  }

  // MARK: - Latitudes

  /// tan χ of the conformal latitude from tan φ of the geodetic one.
  private func conformalTangent(_ tau: Double) -> Double {
    let e = eccentricity
    let sigma = sinh(e * atanh(e * tau / hypot(1, tau)))
    return tau * hypot(1, sigma) - sigma * hypot(1, tau)
  }

  /// tan φ from tan χ; two rounds are enough on Earth, five is for certainty.
  private func geodeticTangent(_ target: Double) -> Double {
    let squared = eccentricity * eccentricity
    var tau = target / (1 - squared)
    for _ in 0..<5 {
      let found = conformalTangent(tau)
      let slope = (1 - squared) * hypot(1, found) * hypot(1, tau) / (1 + (1 - squared) * tau * tau)
      tau += (target - found) / slope
    }
    return tau
  }

  // MARK: - Series

  private var forward: [Double] {
    [
      series(0, 1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
      series(0, 0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1_983_433 / 1_935_360),
      series(0, 0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167_603 / 181_440),
      series(0, 0, 0, 0, 49561 / 161_280, -179 / 168, 6_601_661 / 7_257_600),
    ]
  }

  private var backward: [Double] {
    [
      series(0, 1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604_800),
      series(0, 0, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1_118_711 / 3_870_720),
      series(0, 0, 0, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
      series(0, 0, 0, 0, 4397 / 161_280, -11 / 504, -830_251 / 7_257_600),
    ]
  }

  private func series(_ coefficients: Double...) -> Double {
    coefficients.reversed().reduce(0) { $0 * n + $1 }
  }
}
