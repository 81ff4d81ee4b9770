import Foundation
import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("Series that others have published")
struct ExternalSeriesTests {
  private func observations(_ yaml: String) throws -> [Observation] {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(yaml.utf8), as: "sources.yaml")
    let reader = YamlSourcesFile()
    return try reader.readSources(path).flatMap { entry in
      let source = try #require(StatisticsSources.all.first { $0.code == entry.format })
      let answer = try reader.readFile(entry.file ?? "", beside: path)
      let cube = try source.table(from: [answer], for: entry)
      return try entry.series.flatMap {
        try MapObservations()(
          cube, series: $0, of: entry, from: answer.name, retrievedAt: "2025-11-22T20:45:00Z")
      }
    }
  }

  @Test(
    "reported offences of Kristianstad, 1996 to 2025",
    .enabled(
      if: SharedData.has("bra_reported_crime"), "../shared/data/bra_reported_crime is not here"))
  func reportedOffences() throws {
    let file = SharedData.shared.appending(path: "bra_reported_crime/bra_crime_1290_1287.csv").path
    let keys = ["burglary", "drugs_weapons", "person", "theft", "total", "vandalism"]
    let series = keys.map { key in
      """
            reported-\(key.replacing("_", with: "-")):
              name: {sv: \(key), en: \(key)}
              kind: reported-offences
              unit: per-100000
              period: period
              place: {dimension: kommun, kind: municipality}
              select: {key: \(key), value: per100k}
      """
    }
    let all = try observations(
      """
      sources:
        bra:
          name: {sv: Anmälda brott, en: Reported offences}
          publisher: {sv: Brå, en: Brå}
          format: csv
          file: \(file)
          options: {values: "count, per100k"}
          series:
      \(series.joined(separator: "\n"))
      """)
    // Six kinds × (30 years of Kristianstad and 11 of Trelleborg).
    #expect(all.count == 6 * 41)
    let kristianstad = all.filter {
      $0.place == .municipality("1290") && $0.series == "reported-theft"
    }
    #expect(kristianstad.count == 30)
    #expect(kristianstad.first { $0.period == .year(1996) }?.value == .number(6745))
    #expect(all.allSatisfy { $0.provenance.source == "bra" })
  }

  @Test(
    "the national survey's published shares, by sex",
    .enabled(
      if: SharedData.has("ntu2016_published"), "../shared/data/ntu2016_published is not here"))
  func nationalSurvey() throws {
    let file = SharedData.shared.appending(path: "ntu2016_published/ntu2016_flat.csv").path
    func series(_ code: String, _ kind: String, _ part: String, _ indicator: String) -> String {
      """
            \(code):
              name: {sv: \(code), en: \(code)}
              kind: \(kind)
              unit: percent
              decimals: 1
              fixed-period: 2016
              place: {fixed: SE, kind: country}
              breakdown: {sex: {dimension: group, groups: {All: "", Female: women, Male: men}}}
              select: {kind: \(part), indicator: \(indicator), dimension: Age and Gender, category: combined}
      """
    }
    let all = try observations(
      """
      sources:
        ntu:
          name: {sv: NTU 2016, en: Swedish Crime Survey 2016}
          publisher: {sv: Brå, en: Brå}
          format: csv
          file: \(file)
          options: {values: percent}
          series:
      \(series("unsafe-evenings", "felt-safety", "fear", "evenings"))
      \(series("exposed", "victimisation", "crime", "general"))
      """)
    let unsafe = all.filter { $0.series == "unsafe-evenings" }
    #expect(unsafe.first { $0.breakdown.isEmpty }?.value == .number(0.19))
    #expect(unsafe.first { $0.breakdown == ["sex": "women"] }?.value == .number(0.31))
    #expect(unsafe.first { $0.breakdown == ["sex": "men"] }?.value == .number(0.09))
    #expect(all.first { $0.series == "exposed" && $0.breakdown.isEmpty }?.value == .number(0.133))
  }
}
