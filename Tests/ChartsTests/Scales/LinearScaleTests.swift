import Testing

@testable import Charts

@Suite("Linear scale")
struct LinearScaleTests {
  private func scale(_ low: Double, _ high: Double, limits: ClosedRange<Double> = -1e9...1e9)
    -> LinearScale
  {
    LinearScale(holding: low...high, limits: limits, count: 4, places: (0, 100))
  }

  @Test("ends at round values that hold the data")
  func roundEnds() {
    let scale = scale(0.13, 0.47)
    #expect(scale.domain.lowerBound <= 0.13 && scale.domain.upperBound >= 0.47)
    #expect(abs(scale.domain.lowerBound - 0.1) < 1e-9)
    #expect(abs(scale.domain.upperBound - 0.5) < 1e-9)
    #expect(scale.ticks.count == 5)
  }

  @Test("ticks are evenly spaced, within the ends and not too many", arguments: 0..<100)
  func ticks(seed: Int) {
    let low = Double(seed * 37 % 100) / 7
    let high = low + Double(seed * 61 % 97) / 13 + 0.001
    let scale = scale(low, high)
    #expect((2...7).contains(scale.ticks.count), "\(low)...\(high): \(scale.ticks)")
    for tick in scale.ticks {
      #expect(tick >= scale.domain.lowerBound - 1e-9 && tick <= scale.domain.upperBound + 1e-9)
    }
    for (a, b) in zip(scale.ticks, scale.ticks.dropFirst()) {
      #expect(abs(b - a - scale.step) < 1e-9 * max(1, abs(b)))
    }
    #expect(scale.domain.lowerBound <= low + 1e-6 * scale.step)
    #expect(scale.domain.upperBound >= high - 1e-6 * scale.step)
  }

  @Test("shares never pass 0 and 1")
  func limits() {
    let scale = scale(0.001, 0.999, limits: 0...1)
    #expect(scale.domain == 0...1)
    #expect(scale(2) == 100)
    #expect(scale(-1) == 0)
  }

  @Test("equal and odd values give a scale that can be drawn")
  func degenerate() {
    for value in [0.0, 1, -5, 1e-12, 1e9] {
      let scale = LinearScale(
        holding: value...value, limits: -1e12...1e12, count: 4, places: (0, 1))
      #expect(scale(value).isFinite)
      #expect(scale.ticks.count < 100)
    }
    #expect(scale(0, 1)(.nan) == 50)
  }

  @Test(
    "steps are 1, 2 or 5 times a power of ten",
    arguments: [(0.054, 0.1), (0.02, 0.02), (0.3, 0.5), (7, 10), (1, 1), (1001, 2000), (0, 1)])
  func roundSteps(least: Double, expected: Double) {
    #expect(abs(LinearScale.roundStep(atLeast: least) - expected) < 1e-9)
  }
}
