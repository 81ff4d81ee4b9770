import Testing

@testable import SafetyModel

@Suite("Which way is better")
struct DirectionTests {
  private let values = [-2.0, 0, 0.5, 3, 10]

  @Test("turns the sign of a change")
  func signs() {
    for first in values {
      for second in values {
        #expect(IndicatorDirection.higherIsBetter.gain(from: first, to: second) == second - first)
        #expect(IndicatorDirection.lowerIsBetter.gain(from: first, to: second) == first - second)
        #expect(IndicatorDirection.neutral.gain(from: first, to: second) == nil)
      }
    }
  }

  @Test("is nearer to an aim, from both sides, zero included")
  func towards() {
    #expect(IndicatorDirection.towards(3).gain(from: 5, to: 4) == 1)
    #expect(IndicatorDirection.towards(3).gain(from: 1, to: 2) == 1)
    #expect(IndicatorDirection.towards(3).gain(from: 2, to: 4) == 0)
    #expect(IndicatorDirection.towards(3).gain(from: 3, to: 7) == -4)
    // With an aim beyond all values it is one of the plain ways.
    for first in values {
      for second in values {
        #expect(
          IndicatorDirection.towards(100).gain(from: first, to: second)
            == IndicatorDirection.higherIsBetter.gain(from: first, to: second))
      }
    }
    #expect(IndicatorDirection.towards(0).gain(from: 2, to: 0) == 2)
  }

  @Test("is known of an item as of an indicator")
  func items() {
    for direction in Direction.allCases {
      #expect(IndicatorDirection(direction).way == direction)
    }
    #expect(IndicatorDirection.towards(1).way == .neutral)
  }
}
