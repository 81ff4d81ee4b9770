import DisclosureControl
import Pages
import Testing

@Suite("Finding: women against men, area by area")
struct SexInAreasTests {
  private func say(
    _ verdicts: [Sketch.Verdict], _ language: String, isMap: Bool = true, isTurned: Bool = false,
    measure: Measure = .proportion
  ) -> String? {
    let codebook = Sketch.codebook(areas: verdicts.count, isMap: isMap)
    return Findings.sexInAreas(
      Sketch.bySexInAreas(verdicts, measure: measure, isTurned: isTurned),
      Sketch.teller(codebook, language))?.text
  }

  @Test("all areas")
  func all() {
    let six = Array(repeating: Sketch.Verdict.higher, count: 6)
    #expect(
      say(six, "sv") == "”Otrygga” är vanligare bland kvinnor än bland män i alla sex områden.")
    #expect(
      say(six, "en") == "“Unsafe” is more common among women than among men in all six areas.")
    #expect(
      say([.higher, .higher], "sv")
        == "”Otrygga” är vanligare bland kvinnor än bland män i båda områdena.")
    #expect(
      say([.higher, .higher], "en", isMap: false)
        == "“Unsafe” is more common among women than among men in both groups.")
  }

  @Test("it does not matter which way round the comparison was published")
  func turned() {
    let verdicts: [Sketch.Verdict] = [.higher, .lower, .uncertain, .higher]
    #expect(say(verdicts, "sv") == say(verdicts, "sv", isTurned: true))
  }

  @Test("all but one, which is named")
  func allButOne() {
    let verdicts: [Sketch.Verdict] = [.uncertain, .higher, .higher, .higher, .higher, .higher]
    #expect(
      say(verdicts, "sv")
        == "”Otrygga” är vanligare bland kvinnor än bland män i fem av sex områden; i Åhus är "
        + "skillnaden inte säkerställd.")
    #expect(
      say(verdicts, "en")
        == "“Unsafe” is more common among women than among men in five of six areas; in Åhus the "
        + "difference is not certain.")
  }

  @Test("one, both ways and none")
  func oneBothNone() {
    #expect(
      say([.lower, .uncertain, .uncertain], "sv")
        == "”Otrygga” är vanligare bland män än bland kvinnor i Åhus; i Berga och Centrum är "
        + "skillnaden inte säkerställd.")
    #expect(
      say([.higher, .higher, .lower], "en")
        == "“Unsafe” is more common among women than among men in Åhus and Berga and more common "
        + "among men in Centrum.")
    let none = Array(repeating: Sketch.Verdict.uncertain, count: 6)
    #expect(
      say(none, "sv")
        == "”Otrygga”: ingen säker skillnad mellan kvinnor och män i något av de sex områdena.")
    #expect(
      say(none, "sv", isMap: false)
        == "”Otrygga”: ingen säker skillnad mellan kvinnor och män i någon av de sex grupperna.")
    #expect(
      say(none, "en")
        == "“Unsafe”: no certain difference between women and men in any of the six areas.")
  }

  @Test("areas that cannot be compared are named as such and never counted as equal")
  func hidden() {
    #expect(
      say([.hidden, .higher, .higher], "sv")
        == "”Otrygga” är vanligare bland kvinnor än bland män i alla två områden som kan jämföras. "
        + "För Åhus visas ingen jämförelse.")
    #expect(say([.hidden, .hidden], "sv") == nil)
  }

  @Test("an index is higher, not more common, and names with and are told apart")
  func meanAndNames() {
    #expect(
      say([.higher, .uncertain], "sv", measure: .mean)
        == "”Otrygga” ligger högre bland kvinnor än bland män i Åhus; i Berga är skillnaden inte "
        + "säkerställd.")
    #expect(
      say([.uncertain, .uncertain, .uncertain, .higher, .higher, .uncertain], "sv")?
        .contains("i Dala samt Ekeby och Vik;") == true)
  }

  @Test("groups that the codebook does not know are named in quotation marks")
  func unknownGroups() {
    let codebook = Sketch.codebook(areas: 2, sexCodes: ["1", "2"])
    let table = Sketch.bySexInAreas([.higher, .uncertain], sexes: ["1", "2"])
    #expect(
      Findings.sexInAreas(table, Sketch.teller(codebook, "sv"))?.text
        == "”Otrygga” är vanligare i gruppen ”Q” än i gruppen ”R” i Åhus; i Berga är skillnaden "
        + "inte säkerställd.")
  }
}
