import Exchange
import Foundation
import SafetyModel
import Testing
import Texts
import Workflows

@Suite("What is wrong in delimited text")
struct CSVProblemsTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    /// Key and position of each problem.
    var told: [String]
    init(_ text: String, _ told: String...) {
      self.text = text
      self.told = told
    }
    var testDescription: String { "\(text.prefix(40).debugDescription) → \(told)" }
  }

  static let handmade: [Fault] = [
    Fault("", "file.empty"),
    Fault("a,b\n", "csv.noRows 2:1"),
    Fault("a,b", "csv.noRows 1:4"),
    Fault("\n\n", "csv.emptyName 1:1"),
    Fault("a,,b,\n1,2,3,4\n", "csv.emptyName 1:3", "csv.emptyName 1:6"),
    Fault("å,b,å\n1,2,3\n", "csv.duplicateName 1:5"),
    Fault("a,b,c\n1,2\n", "csv.fieldCount 2:1"),
    Fault("a,b,c\nå,2,3,4,5\n", "csv.fieldCount 2:7"),
    Fault("a,b\n1\n1,2\n1,2,3\n", "csv.fieldCount 2:1", "csv.fieldCount 4:5"),
    Fault("a,b\n1,2\n\n\n3,4\n", "csv.blankLine 3:1", "csv.blankLine 4:1"),
    Fault("a,b\n1,\"två\n3,4\n", "csv.unclosedQuote 2:3"),
    Fault("a,b\n1,\"x\" y\n", "csv.textAfterQuote 2:6"),
    Fault("a,b\n1,\"x\ny\" z\n", "csv.textAfterQuote 3:3"),
    Fault("a,b\n1,så \"här\"\n", "csv.quoteInside 2:6"),
    Fault("a,b\n1\n1,\"x", "csv.fieldCount 2:1", "csv.unclosedQuote 3:3"),
    Fault("a,b\n1,x\u{0}y\n", "file.nul 2:4"),
  ]

  @Test("is told with its position", arguments: handmade)
  func told(_ fault: Fault) {
    let found = problems { _ = try readCSV(fault.text) }
    #expect(found.map(short) == fault.told)
    for problem in found { expectWords(problem) }
  }

  @Test("includes bytes that are not UTF-8, with byte, line and column")
  func encoding() {
    let latin1: [UInt8] = Array("a,b\nå,".utf8) + [0xE5] + Array("\n".utf8)
    let told = problems { _ = try readCSV(latin1) }
    #expect(told.map(short) == ["file.notUTF8 2:3"])
    #expect(told.first?.arguments == ["byte": "8", "value": "E5"])
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(problems { _ = try readCSV(mark + [0x61, 0]) }.map(\.key) == ["file.utf16"])
    }
    let surrogate: [UInt8] = Array("a\n".utf8) + [0xED, 0xA0, 0x80]
    #expect(problems { _ = try readCSV(surrogate) }.map(short) == ["file.notUTF8 2:1"])
  }

  @Test("includes a delimiter or decimal mark that makes no sense")
  func dialect() {
    let told = problems { _ = try readCSV("a\n1\n", delimiter: "::", decimalMark: "·") }
    #expect(told.map(\.key) == ["csv.badDecimalMark", "csv.badDelimiter"])
    told.forEach { expectWords($0) }
  }

  @Test("is told a hundred times at most")
  func most() {
    let told = problems { _ = try readCSV("a,b\n" + String(repeating: "1\n", count: 500)) }
    #expect(told.count == 101)
    #expect(told.last?.key == "file.moreProblems")
    #expect(told[99].rows == [100])
  }

  @Test("includes what is over the limits")
  func limits() {
    let limits = FileLimits(bytes: 100, rows: 2, columns: 3, fieldBytes: 5)
    let rows = problems { _ = try readCSV("a\n1\n2\n3\n", limits: limits) }
    #expect(rows.map(short) == ["file.tooManyRows 4:1"])
    let columns = problems { _ = try readCSV("a,b,c,d\n1,2,3,4\n", limits: limits) }
    #expect(columns.map(short) == ["file.tooManyColumns 1:7"])
    let field = problems { _ = try readCSV("a,b\n1,123456\n", limits: limits) }
    #expect(field.map(short) == ["csv.fieldTooLong 2:3"])
    (rows + columns + field).forEach { expectWords($0) }
  }

  @Test("includes a file that is missing, too large, or no file")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("a\n1\n".utf8), as: "x.csv")
    let description = DataDescription(file: "x.csv")
    let reader = CSVReader()
    #expect(try reader.read(path, as: description, limits: FileLimits(bytes: 4)).rowCount == 1)
    let large = problems {
      _ = try reader.read(path, as: description, limits: FileLimits(bytes: 3))
    }
    let none = problems { _ = try reader.read(path + "x", as: description, limits: FileLimits()) }
    let place = problems {
      _ = try reader.read(folder.url.path, as: description, limits: FileLimits())
    }
    #expect(
      (large + none + place).map(\.key) == ["file.tooLarge", "file.notFound", "file.notAFile"])
    (large + none + place).forEach { expectWords($0) }
  }
}

/// Both languages say what is wrong and what to do, with every placeholder filled.
func expectWords(_ problem: Problem, sourceLocation: SourceLocation = #_sourceLocation) {
  var arguments = problem.arguments
  if let variable = problem.variable { arguments["variable"] = variable }
  for texts in Texts.all {
    for key in ["problem.\(problem.key)", "problem.\(problem.key).advice"] {
      let words = texts(key, arguments)
      #expect(
        texts.has(key) && !words.contains("⟦") && !words.contains("{"), "\(key): \(words)",
        sourceLocation: sourceLocation)
    }
  }
}
