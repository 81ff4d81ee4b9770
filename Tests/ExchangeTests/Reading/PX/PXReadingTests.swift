import SafetyModel
import Testing
import Workflows

@testable import Exchange

@Suite("PX files")
struct PXReadingTests {
  /// A table of two areas, two sexes and three years, with what a test changes.
  private func file(
    codes: Bool = true, head: String = "", data: String = "1 2 3\n4 5 6\n7 8 9\n10 11 12"
  ) -> String {
    """
    CHARSET="ANSI";
    AXIS-VERSION="2013";
    CODEPAGE="utf-8";
    LANGUAGE="sv";
    LANGUAGES="sv","en";
    DECIMALS=1;
    SHOWDECIMALS=0;
    PRECISION("kön","kvinnor")=2;
    MATRIX="A1";
    TITLE="Folkmängd efter område,"
    " kön och år";
    TITLE[en]="Population";
    NOTE="Ett.#Två.";
    NOTE[en]="One.";
    VALUENOTE("kön","män")="Bara här.";
    STUB="område","kön";
    STUB[en]="area","sex";
    HEADING="år";
    HEADING[en]="year";
    VALUES("område")="Norra",
    "Södra";
    VALUES[en]("area")="North","South";
    VALUES("kön")="kvinnor","män";
    VALUES[en]("sex")="women","men";
    VALUES("år")="2021","2022","2023";
    VALUES[en]("year")="2021","2022","2023";
    \(codes ? "CODES(\"område\")=\"01\",\"02\";\nCODES(\"kön\")=\"K\",\"M\";" : "")
    \(head)
    DATA=
    \(data);
    """
  }

  private func cube(_ text: String, language: String? = nil) throws -> DataCube {
    try PXReading(Array(text.utf8), file: "x.px", language: language).cube()
  }

  private func key(_ text: String, language: String? = nil) -> String? {
    let found = problems { _ = try cube(text, language: language) }
    found.forEach { expectWords($0) }
    return found.first?.key
  }

  @Test("give every cell in turn, with texts that go on over lines")
  func dense() throws {
    let cube = try cube(file())
    #expect(cube.title == "Folkmängd efter område, kön och år")
    #expect(cube.table == "A1")
    #expect(cube.notes == ["Ett.#Två."])
    #expect(cube.dimensions.map(\.code) == ["område", "kön", "år"])
    #expect(cube.dimensions[0].categories.map(\.code) == ["01", "02"])
    #expect(cube.dimensions[0].categories.map(\.label) == ["Norra", "Södra"])
    #expect(cube.cells == (1...12).map { .number(Double($0)) })
  }

  @Test("give words in another of their languages, with the same codes and cells")
  func languages() throws {
    let swedish = try cube(file())
    let english = try cube(file(), language: "en")
    #expect(english.title == "Population")
    #expect(english.notes == ["One."])
    #expect(english.dimensions.map(\.code) == swedish.dimensions.map(\.code))
    #expect(english.dimensions.map(\.label) == ["area", "sex", "year"])
    #expect(english.dimensions[1].categories.map(\.label) == ["women", "men"])
    #expect(english.dimensions[1].categories.map(\.code) == ["K", "M"])
    #expect(english.cells == swedish.cells)
    #expect(try cube(file(), language: "sv") == swedish)
    #expect(key(file(), language: "fi") == "px.noLanguage")
  }

  @Test(
    "that leave out rows of zeros hold zeros there",
    arguments: [
      ("CODES", "CODES", #""02","K",7 8 9"#, #""01","M",4 5 6"#),
      ("VALUES", "CODES", #""Södra","K",7 8 9"#, #""Norra","M",4 5 6"#),
      ("VALUES", "VALUES", #""Södra","kvinnor" 7 8 9"#, #""Norra","män" 4,5,6"#),
    ])
  func keyed(area: String, sex: String, first: String, second: String) throws {
    let head = "KEYS(\"område\")=\(area);\nKEYS(\"kön\")=\(sex);"
    let sparse = try cube(file(head: head, data: "\(first) \n\(second)"))
    let dense = try cube(file(data: "0 0 0 4 5 6 7 8 9 0 0 0"))
    #expect(sparse == dense)
  }

  @Test("with rows that name themselves are refused when a row is unknown, double or too short")
  func keyedFaults() {
    let keys = "KEYS(\"område\")=CODES;\nKEYS(\"kön\")=CODES;"
    #expect(key(file(head: keys, data: #""03","K",1 2 3"#)) == "px.unknownKey")
    #expect(key(file(head: keys, data: #""01","K",1 2 3 "01","K",1 2 3"#)) == "source.twice")
    #expect(key(file(head: keys, data: #""01","K",1 2"#)) == "px.cellCount")
    #expect(key(file(head: keys, data: #""01""#)) == "px.cellCount")
    #expect(key(file(head: "KEYS(\"kön\")=CODES;")) == "px.keys")
    #expect(key(file(head: "KEYS(\"område\")=YES;\nKEYS(\"kön\")=CODES;")) == "px.keys")
  }

  @Test("say what their dots stand for")
  func dots() throws {
    let data = #"1 "." ".." "..." "-" "......" "......." 8 9 10 11 12"#
    let usual = try cube(file(data: data)).cells
    #expect(
      Array(usual[1..<7]) == [
        .missing(.notApplicable), .missing(.notAvailable), .missing(.notAvailable), .number(0),
        .missing(.notAvailable), .missing(.unexplained),
      ])
    let head = """
      DATASYMBOL1="..";
      DATASYMBOL2="x";
      DATASYMBOL3="Uppgift saknas";
      DATASYMBOL6="-";
      DATASYMBOLNIL="noll";
      """
    let own = try cube(file(head: head, data: data)).cells
    #expect(
      Array(own[1..<7]) == [
        .missing(.notAvailable), .missing(.hidden), .missing(.unexplained), .number(0),
        .missing(.unexplained), .missing(.unexplained),
      ])
  }

  @Test("without codes for their points in time take them from TIMEVAL")
  func times() throws {
    let months = file(codes: false, head: #"TIMEVAL("år")=TLIST(M1,"202211"-"202301");"#)
    #expect(
      try cube(months).dimensions[2].categories.map(\.code) == ["2022M11", "2022M12", "2023M01"])
    let coded = file(
      head:
        "TIMEVAL(\"år\")=TLIST(A1),\"2021\",\"2022\",\"2023\";\nCODES(\"år\")=\"a\",\"b\",\"c\";"
    )
    #expect(try cube(coded).dimensions[2].categories.map(\.code) == ["a", "b", "c"])
    #expect(key(file(head: #"TIMEVAL("år")=TLIST(A1),"2021";"#)) == "px.badCodes")
  }

  @Test(
    "are refused when they are not whole or contradict themselves",
    arguments: [
      ("10 11 12", "10 11", "px.cellCount"), ("10 11 12", "10 11 12 13", "px.cellCount"),
      ("10 11 12", "10 11 x1", "source.notANumber"), ("\"01\",\"02\"", "\"01\"", "px.badCodes"),
      ("\"01\",\"02\"", "\"01\",\"01\"", "px.badCodes"),
      ("VALUES(\"kön\")", "VALUES(\"k\")", "px.noValues"), ("DATA=", "DATUM=", "px.noData"),
      ("HEADING=\"år\"", "HEADING=\"år", "px.syntax"),
      ("STUB[en]=\"area\",\"sex\"", "STUB[en]=\"area\"", "px.badCodes"),
    ])
  func faults(old: String, new: String, expected: String) {
    let text = file().replacing(old, with: new)
    #expect(key(text, language: new.hasPrefix("STUB") ? "en" : nil) == expected)
  }

  @Test("are not larger than anyone needs")
  func size() {
    let many = (0..<5000).map { "\"\($0)\"" }.joined(separator: ",")
    let text = """
      STUB="a","b";
      VALUES("a")=\(many);
      VALUES("b")=\(many);
      DATA=
      1;
      """
    #expect(key(text) == "source.tooLarge")
  }
}
