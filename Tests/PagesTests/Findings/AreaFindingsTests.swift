import DisclosureControl
import Pages
import Testing

@Suite("Findings about areas")
struct AreaFindingsTests {
  private func against(_ verdicts: [Sketch.Verdict], _ language: String, isMap: Bool = true)
    -> String?
  {
    Findings.areasAgainstAll(
      Sketch.byArea(verdicts),
      Sketch.teller(Sketch.codebook(areas: verdicts.count, isMap: isMap), language))?.text
  }

  @Test("above and below everyone, and the rest")
  func aboveAndBelow() {
    let verdicts: [Sketch.Verdict] = [.lower, .higher, .higher, .uncertain]
    #expect(
      against(verdicts, "sv")
        == "”Otrygga” är vanligare i Berga och Centrum än i kommunen som helhet, och mindre "
        + "vanligt i Åhus. Dala skiljer sig inte säkert.")
    #expect(
      against(verdicts, "en", isMap: false)
        == "“Unsafe” is more common in the groups “Berga” and “Centrum” than among everyone, and "
        + "less common in the group “Åhus”. The group “Dala” does not differ for certain.")
  }

  @Test("none, one and many")
  func noneOneMany() {
    #expect(
      against([.uncertain, .uncertain, .uncertain], "sv")
        == "Inget av tre områden skiljer sig säkert från kommunen som helhet.")
    #expect(
      against([.uncertain, .uncertain, .uncertain], "sv", isMap: false)
        == "Ingen av tre grupper skiljer sig säkert från alla.")
    #expect(
      against([.higher, .higher, .higher, .higher, .uncertain, .uncertain], "sv")
        == "”Otrygga” är vanligare i fyra av sex områden än i kommunen som helhet. Övriga två "
        + "områden skiljer sig inte säkert.")
    #expect(
      against([.lower, .hidden, .uncertain], "en")
        == "“Unsafe” is less common in Åhus than in the municipality as a whole. Centrum does not "
        + "differ for certain. No comparison is shown for Berga.")
    #expect(against([.hidden, .hidden, .hidden], "sv") == nil)
  }

  @Test("a superlative needs every pair to be certain, and every area to be shown")
  func extreme() {
    let teller = Sketch.teller(Sketch.codebook(areas: 3), "sv")
    let sure = Sketch.byArea(
      [.higher, .uncertain, .uncertain],
      pairs: [(0, 1, .higher), (0, 2, .higher), (1, 2, .uncertain)])
    #expect(Findings.extremeAreas(sure, teller)?.text == "Vanligast är det i Åhus (40\u{a0}%).")
    let unsure = Sketch.byArea(
      [.higher, .uncertain, .uncertain], pairs: [(0, 1, .higher), (0, 2, .uncertain)])
    #expect(Findings.extremeAreas(unsure, teller) == nil)
    let hidden = Sketch.byArea([.higher, .uncertain, .hidden], pairs: [(0, 1, .higher)])
    #expect(Findings.extremeAreas(hidden, teller) == nil)
  }

  @Test("an area over all questions: singular, plural, nothing")
  func standing() {
    func say(_ verdicts: [Sketch.Verdict], _ language: String) -> String? {
      Findings.areaStanding(
        "a0", tables: verdicts.map { Sketch.byArea([$0, .uncertain]) },
        Sketch.teller(Sketch.codebook(areas: 2), language))?.text
    }
    #expect(
      say([.higher, .higher, .lower], "sv")
        == "I Åhus, jämfört med kommunen som helhet: säkert sämre i två och säkert bättre i en av "
        + "tre frågor.")
    #expect(
      say([.higher], "sv")
        == "I Åhus, jämfört med kommunen som helhet: säkert sämre i en fråga.")
    #expect(
      say([.uncertain, .uncertain], "en")
        == "In Åhus none of two questions differs for certain from the municipality as a whole.")
    #expect(say([.hidden], "sv") == nil)
  }

  @Test("changes in an area are counted by their meaning")
  func changes() {
    func say(_ verdicts: [Sketch.Verdict], _ language: String) -> String? {
      Findings.areaChanges(
        "a0",
        tables: verdicts.map { Sketch.byArea([.uncertain, .uncertain], changes: [(2021, $0)]) },
        Sketch.teller(Sketch.codebook(areas: 2), language))?.text
    }
    #expect(
      say([.lower, .higher, .higher], "sv")
        == "En fråga har säkert förbättrats och två frågor har säkert försämrats sedan 2021.")
    #expect(say([.lower, .lower], "en") == "Two questions have certainly improved since 2021.")
    #expect(say([.uncertain], "sv") == "Ingen säker förändring sedan 2021.")
  }
}
