import Testing

@testable import Charts

@Suite("Colour steps")
struct ColourStepsTests {
  @Test("the limits hold all values in at most five classes", arguments: 1..<200)
  func limits(seed: Int) {
    let values = (0..<6).map { Double((seed * 131 + $0 * seed * 17) % 1000) / 1000 }
    let limits = ColourSteps.limits(of: values, within: 0...1, leastStep: 0.02)
    #expect((2...6).contains(limits.count), "\(limits)")
    #expect(limits == limits.sorted())
    for value in values {
      let index = ColourSteps.index(of: value, limits: limits)
      #expect(value >= limits[index] - 1e-6, "\(value) in \(limits)")
      #expect(value <= limits[index + 1] + 1e-6, "\(value) in \(limits)")
    }
  }

  @Test("a value on a limit belongs to the class above, the greatest to the last")
  func onLimit() {
    let limits = [0, 0.1, 0.2, 0.3]
    #expect(ColourSteps.index(of: 0.1, limits: limits) == 1)
    #expect(ColourSteps.index(of: 0.3, limits: limits) == 2)
    #expect(ColourSteps.index(of: 0, limits: limits) == 0)
  }

  @Test("equal values make one class, none make none")
  func degenerate() {
    #expect(ColourSteps.limits(of: [0.5, 0.5], within: 0...1, leastStep: 0.02).count == 2)
    #expect(ColourSteps.limits(of: [], within: 0...1, leastStep: 0.02).isEmpty)
    #expect(ColourSteps.limits(of: [0], within: 0...1, leastStep: 0.02).count == 2)
    #expect(ColourSteps.limits(of: [-3, 7e6], within: -1e9...1e9, leastStep: 0).count <= 6)
  }

  @Test("colours are ordered and within the seven", arguments: 0...12)
  func colours(count: Int) {
    let colours = ColourSteps.colours(count)
    #expect(colours.count == count)
    #expect(colours == colours.sorted())
    #expect(colours.allSatisfy { (1...7).contains($0) })
    if count <= 7 { #expect(Set(colours).count == count) }
  }
}
