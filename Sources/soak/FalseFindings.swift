import InventedMunicipality
import SurveyStatistics

/// How often a difference or a change is found where there is none.
struct FalseFindings {
  static let shares = [0.05, 0.2, 0.5]

  private let areas: [SharedAnswer]
  private let earlier: [SharedAnswer]
  private let now: [SharedAnswer]
  private let earlierPopulation: InventedPopulation
  private(set) var sampleCount = 0
  /// By share: samples with any false difference among the areas, by Holm.
  private(set) var families: [Int]
  /// By share: single differences with p < 0.05, before Holm.
  private(set) var single: [Int]
  /// By share: samples with any false change since the earlier wave, by Holm.
  private(set) var changeFamilies: [Int]
  private(set) var singleChanges: [Int]

  static let pairs = (0..<6).flatMap { a in (0..<a).map { (a, $0) } }
  /// Everyone and each area.
  static let changes = 7

  init(of population: InventedPopulation, since earlierPopulation: InventedPopulation) throws {
    func answers(_ population: InventedPopulation, _ item: String) throws -> [SharedAnswer] {
      let tendencies = try population.tendencies(of: item)
      return Self.shares.map {
        SharedAnswer(
          share: $0, tendencies: tendencies, groups: population.areas,
          groupCount: population.areaCount)
      }
    }
    areas = try answers(population, "unsafe-late")
    now = areas
    earlier = try answers(earlierPopulation, "unsafe-late")
    self.earlierPopulation = earlierPopulation
    families = Self.shares.map { _ in 0 }
    (single, changeFamilies, singleChanges) = (families, families, families)
  }

  mutating func add(_ sample: SimulatedSample, seed: UInt64) throws {
    sampleCount += 1
    let before = try SimulatedSample(of: earlierPopulation, seed: seed)
    for share in Self.shares.indices {
      let (total, byArea) = try estimates(areas[share], in: sample)
      let p = Self.pairs.map {
        byArea.difference((domain: $0.0, statistic: 0), minus: (domain: $0.1, statistic: 0)).p
      }
      single[share] += p.count { $0 < 0.05 }
      families[share] += holmAdjusted(p).contains { $0 < 0.05 } ? 1 : 0
      let (totalThen, byAreaThen) = try estimates(earlier[share], in: before)
      let figures = [total] + (0..<6).map { byArea[domain: $0, statistic: 0] }
      let then = [totalThen] + (0..<6).map { byAreaThen[domain: $0, statistic: 0] }
      let changes = zip(figures, then).map { Difference.independent($0, minus: $1).p }
      singleChanges[share] += changes.count { $0 < 0.05 }
      changeFamilies[share] += holmAdjusted(changes).contains { $0 < 0.05 } ? 1 : 0
    }
  }

  private func estimates(
    _ answer: SharedAnswer, in sample: SimulatedSample
  ) throws -> (total: Estimate, byArea: DomainEstimates) {
    let item = try CodedColumn(codes: sample.column(answer.codes), categoryCount: 2)
    let areas = try DomainColumn(
      codes: sample.column(sample.population.areas), domainCount: sample.population.areaCount)
    let all = try sample.design.proportions(
      of: item, by: .everyone(rowCount: sample.persons.count))
    return (
      all[domain: 0, statistic: 0], try sample.design.proportions(of: item, by: areas)
    )
  }
}
