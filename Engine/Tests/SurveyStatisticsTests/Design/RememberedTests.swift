import Testing

@testable import SurveyStatistics

@Suite("Remembered values")
struct RememberedTests {
  @Test("are made once")
  func once() {
    let remembered = Remembered<Int>()
    var made = 0
    for _ in 0..<3 {
      let value = remembered.value {
        made += 1
        return 7
      }
      #expect(value == 7)
    }
    #expect(made == 1)
  }

  @Test("of a design are made anew when its weights are adjusted again")
  func adjusted() throws {
    let design = try SmallSample().calibratedToX()
    let first = design.linearCalibration
    #expect(first.adjustment.columnCount == 1 && first.terms.count == 1)
    let again = try design.calibrated(
      to: [
        AuxiliaryTotal(
          margin: "all", values: design.weights.map { _ in 1 },
          total: 2 * design.weights.reduce(0, +))
      ])
    #expect(again.linearCalibration.adjustment.columnCount == 2)
    #expect(design.linearCalibration.adjustment.columnCount == 1)
  }
}
