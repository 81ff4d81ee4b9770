import Exchange
import SafetyModel
import Testing
import Workflows

/// Reads text as a file called `answers.csv`.
func readCSV(
  _ text: String, delimiter: String? = nil, decimalMark: String? = nil,
  limits: FileLimits = FileLimits()
) throws -> SourceTable {
  try readCSV(
    Array(text.utf8), delimiter: delimiter, decimalMark: decimalMark, limits: limits)
}

func readCSV(
  _ bytes: [UInt8], delimiter: String? = nil, decimalMark: String? = nil,
  limits: FileLimits = FileLimits()
) throws -> SourceTable {
  let description = DataDescription(
    file: "answers.csv", delimiter: delimiter, decimalMark: decimalMark)
  return try CSVReader().read(bytes, file: "answers.csv", as: description, limits: limits)
}

@Suite("Delimited text")
struct CSVReaderTests {
  @Test("reads names, rows and the line of each row")
  func simple() throws {
    let table = try readCSV("a,b\n1,x\n2,y\n")
    #expect(table.columns.map(\.name) == ["a", "b"])
    #expect(table.rows == [["1", "x"], ["2", "y"]])
    #expect(table.lines == [2, 3])
    table.expectSound()
  }

  @Test("finds the delimiter in the header line", arguments: [",", ";", "\t"])
  func delimiters(_ delimiter: String) throws {
    let text = ["a", "\"b,;\t\"", "c"].joined(separator: delimiter) + "\n"
    let table = try readCSV(text + "1\(delimiter)2\(delimiter)3")
    #expect(table.columns.map(\.name) == ["a", "b,;", "c"])
    #expect(table.rows == [["1", "2", "3"]])
  }

  @Test("takes the given delimiter")
  func givenDelimiter() throws {
    let table = try readCSV("a,x;b,y\n1,2;3,4\n", delimiter: ";")
    #expect(table.rows == [["1,2", "3,4"]])
    #expect(try readCSV("a,x\tb\n1\t2\n", delimiter: "tab").rows == [["1", "2"]])
  }

  @Test("reads LF, CRLF and CR", arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(_ lineBreak: String) throws {
    let table = try readCSV(["a,b", "1,2", "3,4", ""].joined(separator: lineBreak))
    #expect(table.rows == [["1", "2"], ["3", "4"]])
    #expect(table.lines == [2, 3])
  }

  @Test("reads quoted fields with delimiters, quotes and line breaks")
  func quotes() throws {
    let table = try readCSV("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\n3,\"\"\n")
    #expect(table.rows == [["x, \"y\"", "1\r\n2"], ["3", ""]])
    #expect(table.lines == [2, 4])
  }

  @Test("removes a byte order mark and outer blanks")
  func blanks() throws {
    let table = try readCSV("\u{FEFF}a , b\n x ,\" y \"\n  ,\t\n")
    #expect(table.columns.map(\.name) == ["a", "b"])
    #expect(table.rows == [["x", "y"], ["", ""]])
  }

  @Test("ignores empty lines at the end, but not in a file of one column")
  func emptyLines() throws {
    #expect(try readCSV("a,b\n1,2\n\r\n\n").rows == [["1", "2"]])
    #expect(try readCSV("a\n\n1\n\n").rows == [[""], ["1"], [""]])
  }

  @Test("gives one value one text, and codes their zeros")
  func canonical() throws {
    let table = try readCSV("a;b;c\n1;1,50;01\n1.0;1,5;1\n-0;,5;1e+05\n", decimalMark: ",")
    #expect(table.columns[1].values.texts == ["1.5", "1.5", ",5"])
    #expect(table.columns[2].values.texts == ["01", "1", "100000"])
    // With a decimal comma, a point belongs to a text.
    #expect(table.columns[0].values.texts == ["1", "1.0", "0"])
  }

  @Test("codes few numbers and keeps many as numbers")
  func cardinality() throws {
    let few = try readCSV("x\n" + (0..<1000).map { "\($0 % 256)" }.joined(separator: "\n"))
    #expect(few.columns[0].values.isCoded)
    let many = (0..<1000).map { $0 == 7 ? "" : "\(Double($0) / 4)" }
    let table = try readCSV("x,y\n" + many.map { $0 + ",t" + $0 }.joined(separator: "\n"))
    guard case .numbers(let numbers) = table.columns[0].values else {
      Issue.record("not numbers")
      return
    }
    #expect(numbers[7].isNaN)
    #expect(numbers[9] == 2.25)
    #expect(table.columns[1].values.texts[9] == "t2.25")
    table.expectSound()
  }

  @Test("tells many long and alike texts apart")
  func manyTexts() throws {
    let texts = (0..<3000).map { "område-\($0 % 1500)-" + String(repeating: "å", count: $0 % 9) }
    let table = try readCSV("x\n" + texts.joined(separator: "\n"))
    #expect(table.columns[0].values.texts == texts)
    table.expectSound()
  }
}
