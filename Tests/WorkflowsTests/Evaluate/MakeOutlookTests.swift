import SafetyModel
import Testing

@testable import Workflows

@Suite("The outlook of an indicator")
struct MakeOutlookTests {
  private func answer(
    _ values: [(year: Int, value: Double)], error: Double? = 0.01, target: (Double, Int)?,
    direction: IndicatorDirection = .lowerIsBetter, unit: IndicatorUnit = .proportion
  ) -> OutlookAnswer {
    InventedIndicators.report(
      InventedIndicators.indicator(
        [InventedIndicators.definition("now", values, error: error, unit: unit)],
        direction: direction,
        targets: target.map { [IndicatorTarget(value: $0.0, year: $0.1)] } ?? [])
    ).outlook
  }
  private let falling = [(2021, 0.31), (2022, 0.29), (2023, 0.27), (2024, 0.25)]
    .map { (year: $0.0, value: $0.1) }

  @Test("of a straight line is half where the line meets the target")
  func half() throws {
    guard case .outlook(let outlook) = answer(falling, target: (0.17, 2028)) else {
      Issue.record("refused")
      return
    }
    #expect((outlook.probability - 0.5).magnitude < 1e-9)
    #expect(outlook.words == .even)
    #expect(outlook.pointCount == 4)
    #expect(outlook.fan.map(\.period.year) == [2024, 2025, 2026, 2027, 2028])
    #expect((outlook.fan[4].middle - 0.17).magnitude < 1e-9)
    // Weighted least squares: V(line at 2028) = SE²·(1/4 + 5.5²/5).
    let deviation = 0.01 * (0.25 + 5.5 * 5.5 / 5).squareRoot()
    #expect((outlook.fan[4].high - 0.17 - 1.6448536269514722 * deviation).magnitude < 1e-9)
    #expect(outlook.fan.allSatisfy { $0.low <= $0.lowerQuarter && $0.upperQuarter <= $0.high })
  }

  @Test("is likelier for a nearer target, and turns with the direction")
  func direction() throws {
    func probability(_ target: Double, _ direction: IndicatorDirection) throws -> Double {
      guard
        case .outlook(let outlook) = answer(falling, target: (target, 2028), direction: direction)
      else { throw Refused() }
      return outlook.probability
    }
    let near = try probability(0.2, .lowerIsBetter)
    let far = try probability(0.1, .lowerIsBetter)
    #expect(near > 0.5 && far < 0.5)
    #expect((try probability(0.2, .higherIsBetter) + near - 1).magnitude < 1e-12)
    #expect((try probability(0.2, .towards(0.2))) < 1e-9)
  }

  @Test("keeps proportions within 0 and 1")
  func limits() {
    guard case .outlook(let outlook) = answer(falling, target: (0, 2044)) else {
      Issue.record("refused")
      return
    }
    #expect(outlook.fan.allSatisfy { $0.low >= 0 && $0.high <= 1 })
    #expect(outlook.probability > 0.9)
  }

  @Test("is refused, with the reason")
  func refused() {
    let three = Array(falling.prefix(3))
    #expect(answer(three, target: (0.2, 2028)) == .refused(.tooFewPoints(3)))
    #expect(answer(falling, target: nil) == .refused(.noTarget))
    #expect(answer(falling, target: (0.2, 2024)) == .refused(.deadlinePassed))
    #expect(
      answer(falling, error: nil, target: (0.2, 2028)) == .refused(.uncertaintyUntold))
    #expect(
      answer(falling, target: (0.2, 2028), direction: .neutral) == .refused(.noDirection))
    let still = InventedIndicators.indicator(
      [
        InventedIndicators.definition(
          "now", register: true, [(2015, 2), (2017, 2), (2019, 2), (2021, 2)])
      ], targets: [IndicatorTarget(value: 0, year: 2028)])
    #expect(InventedIndicators.report(still).outlook == .refused(.notFitted))
  }

  @Test("is refused when a count that stands has decided at the deadline already")
  func standing() {
    var counted = InventedIndicators.indicator(
      [
        InventedIndicators.definition(
          "now", register: true, [(2015, 2), (2017, 2), (2019, 2), (2021, 2), (2023, 1)])
      ], targets: [IndicatorTarget(value: 0, year: 2024)])
    counted.rhythm = .everySecondYear
    let report = InventedIndicators.report(counted)
    #expect(report.status.kind == .targetNotReached)
    #expect(report.outlook == .refused(.deadlinePassed))
  }

  private struct Refused: Error {}
}
