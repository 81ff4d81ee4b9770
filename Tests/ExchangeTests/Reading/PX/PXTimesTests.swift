import Testing
import Workflows
import SafetyModel

@testable import Exchange

@Suite("Points in time of PX files")
struct PXTimesTests {
  @Test(
    "are written as publishers write periods",
    arguments: [
      (["TLIST(A1)", "2021", "2023"], ["2021", "2023"]),
      (["TLIST(A1,\"1999\"-\"2001\")"], ["1999", "2000", "2001"]),
      (["TLIST(A1, \"1999\"-\"1999\")"], ["1999"]),
      (["TLIST(H1)", "20212", "20221"], ["2021H2", "2022H1"]),
      (["TLIST(Q1,\"20214\"-\"20222\")"], ["2021Q4", "2022Q1", "2022Q2"]),
      (["TLIST(M1,\"202111\"-\"202202\")"], ["2021M11", "2021M12", "2022M01", "2022M02"]),
    ])
  func codes(values: [String], expected: [String]) {
    let codes = PXTimes.codes(values)
    #expect(codes == expected)
    #expect(codes?.allSatisfy { Period(published: $0) != nil } == true)
  }

  @Test(
    "are left to the words beside them when they are not understood",
    arguments: [
      [], ["2021"], ["TLIST(W1)", "202101"], ["TLIST(A1)", "20211"], ["TLIST(M1)", "202113"],
      ["TLIST(Q1)", "20210"], ["TLIST(A1,\"2023\"-\"2021\")"], ["TLIST(A1,\"2021\")"],
      ["TLIST(A1,\"2021\"-\"2022\")", "2021"], ["TLIST(A1"], ["TLIST()"],
      ["TLIST(M1,\"000001\"-\"999912\")"], ["TLIST(A1)", "20 1"],
    ])
  func unknown(values: [String]) {
    #expect(PXTimes.codes(values) == nil)
  }
}
