import SurveyStatistics
import Testing

@Suite("Decomposition of a difference")
struct DecompositionTests {
  @Test("has the parts and errors that numerical derivatives give")
  func peer() throws {
    let peer = try PeerFigures()
    let parts = try peer.design().decomposedDifference(
      of: peer.column("victim"), by: peer.groups("age"), between: peer.mask("area", 1),
      and: peer.mask("area", 2))
    let all = [parts.composition, parts.rate, parts.total]
    #expect(allNearly(all.map(\.value), peer.numbers("decomposition", "estimate"), 1e-8))
    #expect(allNearly(all.map(\.standardError), peer.numbers("decomposition", "se"), 1e-8))
  }

  @Test("the parts add up to the difference of the two means, with its error")
  func sum() throws {
    let peer = try PeerFigures()
    let (victim, design) = (try peer.column("victim"), try peer.design())
    let parts = try design.decomposedDifference(
      of: victim, by: peer.groups("age"), between: peer.mask("area", 1),
      and: peer.mask("area", 2))
    let plain = try design.means(of: victim, by: peer.groups("area"))
      .difference((0, 0), minus: (1, 0))
    #expect(nearly(parts.composition.value + parts.rate.value, plain.value, 1e-9))
    #expect(nearly(parts.total.standardError, plain.standardError, 1e-9))
    #expect(nearly(parts.rateOfGroup.reduce(0) { $0 + $1.value }, parts.rate.value, 1e-9))
    #expect(
      nearly(
        parts.compositionOfGroup.reduce(0) { $0 + $1.value }, parts.composition.value, 1e-9))
  }

  @Test("turned round has the same parts with the other sign")
  func symmetry() throws {
    let sample = SmallSample()
    let (design, groups) = (
      try sample.design(),
      try DomainColumn(
        codes: sample.item.map { UInt16($0) }, domainCount: 4)
    )
    func parts(_ a: Int, _ b: Int) throws -> Decomposition {
      try design.decomposedDifference(
        of: NumericColumn(values: sample.y), by: groups,
        between: sample.domain.map { Int($0) == a }, and: sample.domain.map { Int($0) == b })
    }
    let (first, second) = (try parts(1, 3), try parts(3, 1))
    #expect(nearly(first.composition.value, -second.composition.value, 1e-9))
    #expect(nearly(first.rate.standardError, second.rate.standardError, 1e-9))
  }

  @Test("between waves uses both waves' figures")
  func waves() throws {
    let sample = SmallSample()
    func wave(_ rows: Range<Int>) throws -> JointEstimates {
      let part = sample.reordered(Array(rows))
      return try part.design(isClustered: false).estimate(
        .compositionAndRates(of: NumericColumn(values: part.x), by: part.domains))
    }
    let parts = try JointEstimates(wave(0..<120), wave(120..<240)).decomposed(groupCount: 3)
    #expect(nearly(parts.total.value, parts.composition.value + parts.rate.value, 1e-9))
    #expect(parts.rate.standardError > 0)
  }

  @Test("has no part for a group that neither side has, in its place")
  func nobody() throws {
    let sample = SmallSample()
    func parts(_ groups: DomainColumn) throws -> Decomposition {
      try sample.design().decomposedDifference(
        of: NumericColumn(values: sample.x), by: groups,
        between: sample.domain.map { $0 == 1 }, and: sample.domain.map { $0 == 2 })
    }
    let item = sample.item.map { UInt16($0) }
    let plain = try parts(DomainColumn(codes: item, domainCount: 4))
    let gap = try parts(DomainColumn(codes: item.map { $0 > 1 ? $0 + 1 : $0 }, domainCount: 5))
    #expect(gap.rateOfGroup.count == 5 && gap.compositionOfGroup.count == 5)
    #expect(gap.rateOfGroup[1].value == 0 && gap.rateOfGroup[1].standardError == 0)
    #expect(nearly(gap.rateOfGroup[4].value, plain.rateOfGroup[3].value))
    #expect(nearly(gap.rate.standardError, plain.rate.standardError))
  }

  @Test("names the group that one side lacks")
  func empty() throws {
    let sample = SmallSample()
    let design = try sample.design()
    let groups = try DomainColumn(
      codes: zip(sample.item, sample.domain).map { $1 == 2 && $0 == 3 ? 1 : UInt16($0) },
      domainCount: 4)
    #expect(throws: DecompositionError.emptyGroup(group: 3, side: "second")) {
      try design.decomposedDifference(
        of: NumericColumn(values: sample.y), by: groups,
        between: sample.domain.map { $0 == 1 }, and: sample.domain.map { $0 == 2 })
    }
  }

  @Test("refuses figures of another shape")
  func shape() throws {
    let mean = try SmallSample().design().estimate(
      .mean(of: [NumericColumn(values: SmallSample().x)]))
    #expect(throws: DecompositionError.figureCountMismatch(expected: 8, actual: 1)) {
      try mean.decomposed(groupCount: 2)
    }
  }
}
