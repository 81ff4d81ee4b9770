import NumericKernels
import SurveyStatistics
import Testing

@Suite("Waves with units in common")
struct OverlappingWavesTests {
  let sample = SmallSample()

  /// The first and the last seven tenths of each stratum of 2026, drawn one by one.
  private func tamWaves(_ peer: PeerFigures) throws -> (now: [Int], then: [Int]) {
    let (year, stratum) = (try peer.values("year"), try peer.values("stratum"))
    let rows = year.indices.filter { year[$0] == 2026 }
    let strata = Dictionary(grouping: rows) { stratum[$0] }.values.filter { $0.count > 9 }
    return (
      strata.flatMap { $0.prefix($0.count * 7 / 10) }.sorted(),
      strata.flatMap { $0.dropFirst($0.count * 3 / 10) }.sorted()
    )
  }

  @Test("have the covariance of Tam's formula")
  func peer() throws {
    let peer = try PeerFigures()
    let waves = try tamWaves(peer)
    let (weights, strata) = (try peer.values("weight"), try peer.values("stratum"))
    func design(_ rows: [Int]) throws -> SurveyDesign {
      try SurveyDesign(
        weights: rows.map { weights[$0] }, strata: rows.map { Int32(strata[$0]) })
    }
    let both = try OverlappingWaves(
      now: design(waves.now), then: design(waves.then),
      identifiers: (waves.now.map(String.init), waves.then.map(String.init)))
    let (trust, unsafe) = (try peer.values("trust"), try peer.values("unsafe"))
    let joint = try both.estimate(
      now: .mean(of: [NumericColumn(values: waves.now.map { trust[$0] })]),
      then: .mean(of: [NumericColumn(values: waves.then.map { unsafe[$0] })]))
    #expect(nearly(joint.covariance[0, 1], peer.numbers("overlap", "covariance")[0], 1e-9))
    let change = joint.difference(0, minus: 1)
    #expect(nearly(change.value, peer.numbers("overlap", "estimate")[0], 1e-9))
    #expect(nearly(change.standardError, peer.numbers("overlap", "se")[0], 1e-9))
  }

  @Test("with all units in common have the covariance of one sample", arguments: [true, false])
  func complete(isClustered: Bool) throws {
    let design = try sample.design(isClustered: isClustered)
    let identifiers = sample.weights.indices.map { row in
      isClustered ? "\(sample.strata[row]) \(sample.units[row])" : "\(row)"
    }
    let waves = try OverlappingWaves(
      now: design, then: design, identifiers: (identifiers, identifiers))
    #expect(waves.overlap == (isClustered ? 24 : 240))
    let (x, y) = (NumericColumn(values: sample.x), NumericColumn(values: sample.weights))
    let joint = try waves.estimate(now: .mean(of: [x]), then: .mean(of: [y]))
    let single = try design.estimate(.mean(of: [x, y]))
    #expect(nearly(joint.covariance[0, 1], single.covariance[0, 1], 1e-9))
    let same = try waves.estimate(now: .mean(of: [x]), then: .mean(of: [x]))
    #expect(same.difference(0, minus: 1).standardError < 1e-9)
  }

  @Test("with nobody in common are two samples drawn apart")
  func none() throws {
    let design = try sample.design(isClustered: false)
    let waves = try OverlappingWaves(
      now: design, then: design,
      identifiers: (
        sample.x.indices.map { "a\($0)" }, sample.x.indices.map { $0 % 2 == 0 ? "" : "b\($0)" }
      ))
    let x = Statistic.mean(of: [NumericColumn(values: sample.x)])
    #expect(waves.overlap == 0)
    #expect(try waves.estimate(now: x, then: x).covariance[0, 1] == 0)
  }

  @Test("name the wave and the row that can't be right, and nobody's identifier")
  func errors() throws {
    let design = try sample.design()
    let rows = sample.x.indices.map { "\(sample.strata[$0]) \(sample.units[$0])" }
    #expect(throws: WaveError.rowCountMismatch(wave: "then", expected: 240, actual: 1)) {
      try OverlappingWaves(now: design, then: design, identifiers: (rows, ["a"]))
    }
    #expect(throws: WaveError.severalIdentifiers(wave: "now", row: 24)) {
      try OverlappingWaves(
        now: design, then: design, identifiers: (sample.x.indices.map { "\($0)" }, rows))
    }
    let persons = try sample.design(isClustered: false)
    #expect(throws: WaveError.repeatedIdentifier(wave: "now", row: 1)) {
      try OverlappingWaves(
        now: persons, then: persons,
        identifiers: (sample.x.map { _ in "same" }, sample.x.map { _ in "" }))
    }
    #expect(throws: WaveError.replicated(wave: "then")) {
      try OverlappingWaves(now: design, then: design.jackknifed(), identifiers: (rows, rows))
    }
  }
}
