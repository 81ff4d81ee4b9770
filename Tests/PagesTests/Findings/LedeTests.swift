import DisclosureControl
import Pages
import Testing

@Suite("Finding: the opening lines and change over time")
struct LedeTests {
  private func lede(_ verdict: Sketch.Verdict, _ value: Double, _ language: String) -> String? {
    Findings.lede(
      Sketch.everyone(verdict, value: value),
      byArea: Sketch.byArea([.higher, .uncertain, .uncertain]), year: 2025,
      Sketch.teller(Sketch.codebook(areas: 3), language))?.text
  }

  @Test("a fraction that people use, the change, and the areas")
  func whole() {
    #expect(
      lede(.lower, 0.254, "sv")
        == "”Otrygga”: ungefär var fjärde 2025 (25,4\u{a0}%). Det är säkert lägre än 2021. Ett av tre "
        + "områden skiljer sig säkert från kommunen som helhet.")
    #expect(
      lede(.uncertain, 0.254, "en")
        == "“Unsafe”: about one in four in 2025 (25.4%). There is no certain change since 2021. One "
        + "of three areas differs for certain from the municipality as a whole.")
    #expect(
      lede(.higher, 0.29, "sv")?.hasPrefix("”Otrygga”: 29,0\u{a0}% år 2025. Det är säkert högre")
        == true
    )
  }

  @Test("a change is told with both figures when both are shown")
  func change() {
    let teller = Sketch.teller(Sketch.codebook(), "sv")
    let table = Sketch.everyone(.lower, value: 0.254)
    let earlier = Sketch.everyone(.uncertain, value: 0.354).rows[0].headline
    #expect(
      Findings.change(table, earlier: { _ in earlier }, teller)?.text
        == "”Otrygga” har säkert minskat sedan 2021, från 35,4\u{a0}% till 25,4\u{a0}%.")
    #expect(
      Findings.change(table, earlier: { _ in nil }, teller)?.text
        == "”Otrygga” har säkert minskat sedan 2021.")
    #expect(
      Findings.change(Sketch.everyone(.uncertain), earlier: { _ in earlier }, teller)?.text
        == "”Otrygga”: ingen säker förändring sedan 2021.")
  }
}
