import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Allocation of a planned sample")
struct PlanAllocationTests {
  private func frame() throws -> FrameStrata {
    try FrameStrata(
      FrameStrataTests.table([
        ("area", "N N S S"), ("sex", "K M K M"), ("n", "3000 2900 800 700"),
      ]), columns: .init(strata: ["area", "sex"], count: "n", area: "area", response: "0.5"))
  }

  @Test("adds up over strata, areas and everyone")
  func sums() throws {
    let plan = PlanAllocation(
      frame: try frame(), size: .total(1000), rule: .equal, designEffect: 1.2)
    let sample = try plan()
    #expect(sample.strata.map(\.sampled) == [250, 250, 250, 250])
    #expect(sample.areas.map(\.key) == [["N"], ["S"]])
    #expect(sample.areas.map(\.populationSize) == [5900, 1500])
    #expect(sample.everyone.sampled == 1000 && sample.everyone.expectedRespondents == 500)
    // An area is more certain than either of its strata, and everyone more than the areas' worst.
    #expect(sample.areas[0].marginOfError < sample.strata[0].marginOfError)
    #expect(sample.everyone.marginOfError < sample.areas[0].marginOfError)
  }

  @Test("gives every area its margin of error")
  func margins() throws {
    let sample = try PlanAllocation(
      frame: try frame(), size: .margin(0.05), rule: .proportional)()
    #expect(sample.areas.allSatisfy { $0.marginOfError <= 0.05 && $0.marginOfError > 0.0495 })
  }

  @Test("says in words what cannot be, and where")
  func refusal() throws {
    let plan = PlanAllocation(frame: try frame(), size: .margin(0.001), rule: .proportional)
    #expect {
      try plan()
    } throws: { error in
      let problem = (error as? Problems)?.list.first
      return problem?.key == "plan.notReachableInArea" && problem?.arguments["area"] == "N"
    }
  }
}
