import DisclosureControl
import Testing

@Suite("Whether a figure may be shown on its own")
struct PrimarySuppressionTests {
  private func figures(_ counts: [Int]) -> [PublishedFigure] {
    let table = InventedTables.table([], [([], counts)])
    return DisclosureRules().protect([table])[0].rows[0].figures
  }

  @Test("hides everything in a group below the minimum base")
  func smallBase() {
    #expect(figures([15, 14]).allSatisfy { $0.status == .tooFewAnswers && $0.value == nil })
  }

  @Test("shows a group on the minimum base")
  func minimumBase() {
    #expect(figures([15, 15]).allSatisfy { $0.status == .shown && $0.value == 0.5 })
  }

  @Test("tells rare and almost universal answers as bands")
  func bands() {
    let statuses = figures([3, 297]).map(\.status)
    #expect(statuses == [.underFivePercent, .underFivePercent, .overNinetyFivePercent])
  }

  @Test("never tells 0 or 100 percent")
  func extremes() {
    #expect(figures([0, 300]).allSatisfy { $0.value == nil })
  }

  @Test("never calls a proportion above five percent under five percent")
  func rareInSmallGroup() {
    // 4 of 40 is 10 %: too few for the figure, too many for the band.
    #expect(figures([4, 36]).allSatisfy { $0.status == .tooFewAnswers || $0.status.isSecondary })
  }

  @Test("says that nobody answered when the question was not asked")
  func notAsked() {
    #expect(figures([0, 0]).allSatisfy { $0.status == .noAnswers })
  }
}

extension FigureStatus {
  fileprivate var isSecondary: Bool { self == .protectsAnother }
}
