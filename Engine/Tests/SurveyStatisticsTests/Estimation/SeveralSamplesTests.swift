import NumericKernels
import SurveyStatistics
import Testing

@Suite("Figures of several samples")
struct SeveralSamplesTests {
  private let first = JointEstimates(
    values: [5, 3], covariance: Matrix([[4, 1], [1, 2]]), degreesOfFreedom: 30)
  private let second = JointEstimates(
    values: [4], covariance: Matrix([[3]]), degreesOfFreedom: 12)

  @Test("drawn apart differ as independent estimates do")
  func independent() {
    let difference = JointEstimates(first, second).difference(0, minus: 2)
    let plain = Difference.independent(
      Estimate(value: 5, standardError: 2, base: 1, degreesOfFreedom: 30),
      minus: Estimate(value: 4, standardError: 3.0.squareRoot(), base: 1, degreesOfFreedom: 12))
    #expect(nearly(difference.value, plain.value))
    #expect(nearly(difference.standardError, plain.standardError))
    #expect(nearly(difference.degreesOfFreedom, plain.degreesOfFreedom))
  }

  @Test("of one sample keep its degrees of freedom")
  func within() {
    let joint = JointEstimates(first, second)
    #expect(nearly(joint.difference(0, minus: 1).degreesOfFreedom, 30))
    #expect(nearly(joint.contrast([0, 0, 1]).degreesOfFreedom, 12))
    #expect(joint.degreesOfFreedom == 12)
  }

  @Test("can have a covariance, and can be put together again")
  func covariance() {
    let joint = JointEstimates(first, second, covariance: Matrix([[1.5], [0.5]]))
    #expect(nearly(joint.difference(0, minus: 2).standardError, 2))
    let three = JointEstimates(joint, second)
    #expect(three.values == [5, 3, 4, 4])
    #expect(three.covariance[0, 2] == 1.5 && three.covariance[2, 3] == 0)
    #expect(nearly(three.contrast([0, 0, 0, 1]).degreesOfFreedom, 12))
  }
}
