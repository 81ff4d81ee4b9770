import SafetyModel
import SurveyStatistics
import Testing
import Workflows

@Suite("Drawing a planned sample")
struct DrawSampleTests {
  private static let areas = (0..<40).map { $0 % 4 == 0 ? "S" : "N" }.joined(separator: " ")
  private static let names = (0..<40).map { "p\($0)" }.joined(separator: " ")
  private let table = FrameStrataTests.table([("id", names), ("area", areas)])

  private func drawn(_ total: Int, seed: UInt64) throws -> DrawnSample {
    let frame = try FrameStrata(table, columns: .init(strata: ["area"]))
    let plan = try PlanAllocation(frame: frame, size: .total(total), rule: .proportional)()
    return try DrawSample(frame: frame, plan: plan, seed: seed)(table)
  }

  @Test("keeps the frame's columns and adds the design")
  func columns() throws {
    let sample = try drawn(8, seed: 3)
    #expect(sample.columns == ["id", "area"])
    #expect(sample.persons.count == 8)
    for person in sample.persons {
      #expect(person.values[0] == "p\(person.row - 1)")
      #expect(person.populationSize == (person.values[1] == "S" ? 10 : 30))
    }
    let weights = sample.persons.map(\.designWeight).reduce(0, +)
    #expect(abs(weights - 40) < 1e-9)
    let lines = sample.csv.split(separator: "\r\n")
    #expect(lines.count == 9)
    #expect(lines[0].hasPrefix("\"id\",\"area\",\"frame_row\",\"stratum\""))
  }

  @Test("is the same again for the same seed, and part of a larger one")
  func seeds() throws {
    #expect(try drawn(8, seed: 3) == drawn(8, seed: 3))
    #expect(try drawn(8, seed: 3) != drawn(8, seed: 4))
    let few = Set(try drawn(8, seed: 3).persons.map(\.row))
    let more = Set(try drawn(20, seed: 3).persons.map(\.row))
    #expect(few.isSubset(of: more))
  }

  @Test("needs persons, not figures")
  func figures() throws {
    let table = FrameStrataTests.table([("area", "N S"), ("n", "30 10")])
    let frame = try FrameStrata(table, columns: .init(strata: ["area"], count: "n"))
    let plan = try PlanAllocation(frame: frame, size: .total(8), rule: .proportional)()
    #expect {
      try DrawSample(frame: frame, plan: plan, seed: 1)(table)
    } throws: { error in
      (error as? Problems)?.list.first?.key == "plan.drawNeedsPersons"
    }
  }
}
