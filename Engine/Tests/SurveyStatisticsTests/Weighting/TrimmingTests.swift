import SurveyStatistics
import Testing

@Suite("Trimming of weights")
struct TrimmingTests {
  @Test("shares what is cut among the others, as by hand")
  func byHand() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 4, 20]).trimmed(to: 0...10)
    #expect(design.weights == [3.5, 4.5, 5.5, 6.5, 10])
  }

  @Test("goes on until nothing is outside, when strict")
  func strict() throws {
    let design = try SurveyDesign(weights: [1, 2, 3, 9, 20])
    let once = design.trimmed(to: 0...10)
    #expect(once.weights == [3.5, 4.5, 5.5, 11.5, 10])
    // The 1.5 too much of the fourth goes to the first three: the last one was cut before.
    let strict = design.trimmed(to: 0...10, strictly: true)
    #expect(strict.weights == [4, 5, 6, 10, 10])
  }

  @Test("keeps the sum of the weights, and each within the range")
  func sum() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let trimmed = design.trimmed(to: 1.5...4, strictly: true)
    #expect(nearly(trimmed.weights.reduce(0, +), design.weights.reduce(0, +), 1e-12))
    #expect(trimmed.weights.allSatisfy { $0 >= 1.5 && $0 <= 4 })
  }

  @Test("cuts what is too small as well, taking it from the others")
  func lower() throws {
    let design = try SurveyDesign(weights: [1, 5, 6]).trimmed(to: 2...10)
    #expect(design.weights == [2, 4.5, 5.5])
  }

  @Test("leaves a design without extreme weights alone")
  func none() throws {
    let design = try SurveyDesign(weights: [1, 2, 3])
    #expect(design.trimmed(to: 0...10).weights == [1, 2, 3])
  }

  @Test("trims each replicate by itself")
  func replicates() throws {
    let design = try SmallSample().design().jackknifed().trimmed(to: 1.5...4)
    let mean = try design.estimate(.mean(of: [NumericColumn(values: SmallSample().x)]))
    #expect(mean.standardErrors[0] > 0)
  }

  @Test("leaves at 0 who weighs nothing, also below a least weight")
  func nobody() throws {
    let design = try SurveyDesign(weights: [0, 2, 4, 12])
    #expect(design.trimmed(to: 3...10).weights == [0, 3, 5, 10])
    #expect(design.trimmed(to: 3...10, strictly: true).weights == [0, 3, 5, 10])
  }
}
