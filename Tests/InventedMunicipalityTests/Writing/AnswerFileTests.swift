import Foundation
import Testing

@testable import InventedMunicipality

@Suite("The files of answers")
struct AnswerFileTests {
  private func rows(of path: String, separator: Character) throws -> [[Substring]] {
    let file = try #require(try Invented.files.get().first { $0.path == path })
    return file.text.split(separator: "\n").map {
      $0.split(separator: separator, omittingEmptySubsequences: false)
    }
  }

  @Test("use both delimiters and both decimal marks")
  func forms() throws {
    let waves = try PopulationPlan.embedded().waves
    #expect(Set(waves.map { $0.delimiter + $0.decimalMark }) == [",.", ";,"])
    #expect(waves.map(\.year) == [2021, 2022, 2023, 2024, 2025])
  }

  @Test("have the promised columns and values", arguments: [2021, 2025])
  func values(year: Int) throws {
    let wave = try Invented.year(year).wave
    let rows = try rows(of: "data/svar-\(year).csv", separator: Character(wave.delimiter))
    let questionnaire = try Questionnaire.embedded()
    #expect(
      rows[0].prefix(8) == ["lopnr", "stratum", "Nh", "vikt", "omrade", "kon", "alder", "fodd"])
    #expect(rows[0].count == 48)
    #expect(Set(rows.dropFirst().map { $0[0] }).count == rows.count - 1)
    for (place, question) in questionnaire.questions.enumerated() {
      let answers = (1...questionnaire.categories(of: question).count).map(String.init)
      let beside = question.arena == "school-or-work" ? ["7", "8", "9", ""] : ["8", "9", ""]
      let known = Set(answers + beside)
      let found = Set(rows.dropFirst().map { String($0[8 + place]) })
      #expect(found.isSubset(of: known), "\(question.code)")
      #expect(found.isSuperset(of: answers), "\(question.code)")
    }
  }

  @Test("sum to the frame file's totals, with written weights", arguments: [2021, 2025])
  func totals(year: Int) throws {
    let wave = try Invented.year(year).wave
    let separator = Character(wave.delimiter)
    var sums: [String: Double] = [:]
    var counts: [String: Int] = [:]
    for row in try rows(of: "data/svar-\(year).csv", separator: separator).dropFirst() {
      let weight = try #require(Double(row[3].replacingOccurrences(of: ",", with: ".")))
      sums[String(row[1]), default: 0] += weight
      counts["\(row[1])/\(row[7])", default: 0] += 1
    }
    var totals: [String: Double] = [:]
    for row in try rows(of: "data/ram-\(year).csv", separator: separator).dropFirst() {
      totals[String(row[0]), default: 0] += try #require(Double(row[5]))
      #expect(counts["\(row[0])/\(row[4])", default: 0] == Int(row[7]))
    }
    #expect(Set(sums.keys) == Set(totals.keys))
    for (stratum, sum) in sums { #expect(abs(sum - (totals[stratum] ?? 0)) < 0.001) }
  }
}
