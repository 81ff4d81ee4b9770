import SafetyModel
import Testing

@Suite("Kinds of series")
struct SeriesKindTests {
  @Test("victimisation and reported offences never share an axis, whichever comes first")
  func axes() {
    for first in SeriesKind.allCases {
      for second in SeriesKind.allCases {
        let isForbidden =
          (first == .victimisation && second == .reportedOffences)
          || (first == .reportedOffences && second == .victimisation)
        #expect(first.mayShareAxis(with: second) == !isForbidden)
      }
    }
  }
}
