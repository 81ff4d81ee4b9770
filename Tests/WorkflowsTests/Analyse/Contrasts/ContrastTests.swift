import SafetyModel
import Testing

@testable import Workflows

@Suite("Contrasts as they are written")
struct ContrastTests {
  private func figures(_ text: String) throws -> [String] {
    try Contrast(text).terms.map { term in
      let group = term.figure.group.map { part in
        (part.dimension.map { $0.text + "=" } ?? "") + part.value.text
      }
      let subject =
        (term.figure.subject?.text ?? "") + (term.figure.category.map { "." + $0.text } ?? "")
      return "\(term.coefficient) \(subject):\(group.joined(separator: "/"))"
        + (term.figure.wave.map { "@" + $0.text } ?? "")
    }
  }

  @Test("have signs, numbers and groups")
  func plain() throws {
    #expect(try figures("a - b") == ["1.0 :a", "-1.0 :b"])
    #expect(try figures("-a+b") == ["-1.0 :a", "1.0 :b"])
    #expect(try figures("2*a − 0.5*b - 1/4 * c") == ["2.0 :a", "-0.5 :b", "-0.25 :c"])
  }

  @Test("keep the hyphens and digits of a code apart from minus signs and numbers")
  func codes() throws {
    #expect(try figures("16-24 - 25-64") == ["1.0 :16-24", "-1.0 :25-64"])
    #expect(try figures("1 - 1/2*2") == ["1.0 :1", "-0.5 :2"])
    #expect(try figures("1/2 - 2*1/3") == ["1.0 :1/2", "-2.0 :1/3"])
  }

  @Test("may name dimension, item, answer and wave; quotes hold anything")
  func names() throws {
    #expect(try figures("area=a/sex=women@2023") == ["1.0 :area=a/sex=women@2023"])
    #expect(
      try figures("worry.yes:everyone - trust:a") == ["1.0 worry.yes:everyone", "-1.0 trust:a"])
    #expect(try figures("'Åhus - norr' - \"*\"") == ["1.0 :Åhus - norr", "-1.0 :*"])
    #expect(try figures("Åhus × women") == ["1.0 :Åhus/women"])
  }

  @Test(
    "what cannot be read is told with its place",
    arguments: [
      ("", "ends", "1"), ("a -", "ends", "4"), ("a b", "sign", "3"), ("a - - b", "group", "5"),
      ("x*a", "number", "1"), ("1/0*a", "number", "3"), ("1e9*a", "number", "1"),
      ("a, b", "character", "2"), ("a - (b", "character", "5"), ("\"a - b", "unclosedQuote", "1"),
      ("worry.yes - a", "colon", "11"), ("a@", "ends", "3"), ("a@+", "wave", "3"),
      ("w.*:a", "category", "3"), ("nan*a", "number", "1"), ("½*a", "number", "1"),
    ])
  func faults(text: String, key: String, column: String) throws {
    let refused = #expect(throws: Problems.self) { try Contrast(text) }
    #expect(refused?.list.first?.key == "contrast.\(key)")
    #expect(refused?.list.first?.arguments["column"] == column)
    #expect(refused?.list.first?.arguments["text"] == text)
  }
}
