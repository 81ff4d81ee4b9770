import Testing

@testable import Workflows

@Suite struct NearestNamesTests {
  @Test func slipsAreFound() {
    let names = ["weight", "walkdark", "walkday", "stratum", "q12"]
    #expect(nearestNames(to: "wieght", among: names) == ["weight"])
    #expect(nearestNames(to: "Stratum", among: names) == ["stratum"])
    #expect(nearestNames(to: "walkdrk", among: names).first == "walkdark")
    #expect(nearestNames(to: "q21", among: names) == ["q12"])
  }

  @Test func farNamesAreNot() {
    #expect(nearestNames(to: "zebra", among: ["weight", "stratum"]).isEmpty)
    #expect(nearestNames(to: "", among: ["a", "b"]).isEmpty)
  }
}
