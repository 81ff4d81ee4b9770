import Testing

@testable import SafetyModel

@Suite("Changes of areas")
struct AreaChangeTests {
  @Test("are technical when only borders and names move, and real when the assessment does")
  func nature() {
    let technical = AreaChange.Kind.allCases.filter { AreaChange.usualNature($0) == .technical }
    #expect(technical == [.split, .merged, .renamed, .redrawn])
  }
}
