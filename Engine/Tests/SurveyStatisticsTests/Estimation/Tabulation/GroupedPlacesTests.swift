import Testing

@testable import SurveyStatistics

@Suite("Places by group")
struct GroupedPlacesTests {
  @Test("stand group by group, those of a group in their order")
  func order() {
    let groups = GroupedPlaces([2, 0, 2, 1], groupCount: 4)
    #expect(groups.places == [1, 3, 0, 2] && groups.starts == [0, 1, 2, 4, 4])
    #expect(groups.range(of: 2) == 2..<4 && groups.range(of: 3).isEmpty)
    #expect(GroupedPlaces([], groupCount: 0).starts == [0])
  }

  @Test("or in an order that is given")
  func given() {
    #expect(
      GroupedPlaces([1, 0, 1, 0], groupCount: 2, from: [3, 2, 1, 0]).places == [3, 1, 2, 0])
  }
}
