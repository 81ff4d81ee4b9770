import Testing

@testable import InventedMunicipality

@Suite("The frame")
struct FrameTests {
  @Test("has about 65,000 adults every year")
  func size() throws {
    for year in try Invented.years.get() {
      #expect((64_000...66_500).contains(year.frame.personCount))
      #expect(year.frame.counts.count == Cell.count)
      #expect(year.frame.counts.allSatisfy { $0 > 0 })
    }
  }

  @Test("knows the cell of every person")
  func cells() throws {
    let frame = try Invented.year(2025).frame
    for cell in Cell.all {
      let persons = frame.persons(in: cell)
      #expect(persons.count == frame.counts[cell.index])
      #expect(frame.cell(of: persons.lowerBound) == cell)
      #expect(frame.cell(of: persons.upperBound - 1) == cell)
    }
  }

  @Test("numbers cells and strata without gaps")
  func numbering() {
    #expect(Cell.all.map(\.index) == Array(0..<96))
    #expect(Set(Cell.all.map(\.stratum)) == Set(0..<48))
    #expect(Set(Cell.all.map(\.areaAndBackground)) == Set(0..<12))
  }
}
