import Testing

@testable import InventedMunicipality

@Suite("What others would publish")
struct InventedElsewhereTests {
  private func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").dropFirst().map { $0.split(separator: ";") }
  }

  @Test("has margins that are those of a simple random sample, rounded up")
  func margins() {
    // 1.96 · √(0.5 · 0.5 / 1000) is 3.099 percentage points.
    #expect(InventedElsewhere.margin(50, 1000) == 31)
    #expect(InventedElsewhere.margin(0, 1000) == 0)
    let rows = rows(InventedElsewhere(seed: 2025).citizensSurvey())
    #expect(rows.count == 291 * 5 * 3)
    for row in rows {
      let share = (Double(row[3]) ?? .nan) / 100
      let margin = (Double(row[4]) ?? .nan) / 100
      let told = 1.96 * (share * (1 - share) / (Double(row[5]) ?? .nan)).squareRoot()
      #expect(margin >= told - 1e-4 && margin < told + 0.0012, "\(row)")
    }
  }

  @Test("has groups of municipalities that exist, with the municipality in the first")
  func groups() {
    let rows = rows(InventedElsewhere(seed: 2025).groups())
    #expect(rows.filter { $0[0] == "size" }.count == 8)
    #expect(rows.filter { $0[0] == "size" }.contains { $0[1] == "9001" })
    #expect(rows.filter { $0[0] == "largest" }.count == 10)
    #expect(rows.allSatisfy { InventedElsewhere.municipalities.contains(Int($0[1]) ?? 0) })
  }

  @Test("counts people everywhere, and the country's share lies among the municipalities'")
  func population() {
    let invented = InventedElsewhere(seed: 2025)
    let people = rows(invented.population())
    #expect(people.count == 290 * 5)
    #expect(people.allSatisfy { (Int($0[2]) ?? 0) >= 3_200 })
    let survey = rows(invented.citizensSurvey())
    let country = survey.first { $0[0] == "0000" && $0[1] == "2025" && $0[2] == "all" }
    #expect((55...70).contains(Int(country?[3] ?? "") ?? 0))
  }
}
