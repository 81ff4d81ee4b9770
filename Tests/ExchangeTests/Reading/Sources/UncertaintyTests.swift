import SafetyModel
import Testing
import Workflows

@testable import Exchange

/// The same table, with the uncertainty of each share beside it, in four formats.
@Suite("The uncertainty of imported values")
struct UncertaintyTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var format: String
    var options: String
    var dimension: String
    var answer: String
    var testDescription: String { format }
  }

  /// 52 % ± 2.94 of 1109 answers, and 60 % of which nothing is told.
  static let samples = [
    Sample(
      format: "csv", options: "options: {values: 'share, se, fm, lo, hi, n'}", dimension: "value",
      answer: """
        place;year;share;se;fm;lo;hi;n
        1290;2024;52;1.5;2.9399459768100913;49.060054023189906;54.939945976810094;1109
        0180;2024;60;..;..;;..;..

        """),
    Sample(
      format: "px", options: "", dimension: "value",
      answer: """
        CHARSET="ANSI"; AXIS-VERSION="2010"; CODEPAGE="utf-8"; DECIMALS=0; TITLE="t";
        STUB="place","year"; HEADING="value";
        VALUES("place")="1290","0180"; VALUES("year")="2024";
        VALUES("value")="share","se","fm","lo","hi","n";
        DATA=
        52 1.5 2.9399459768100913 49.060054023189906 54.939945976810094 1109
        60 ".." ".." ".." ".." "..";

        """),
    Sample(
      format: "json-stat", options: "", dimension: "value",
      answer: """
        {"version": "2.0", "class": "dataset", "id": ["place", "year", "value"],
         "size": [2, 1, 6], "dimension": {
           "place": {"category": {"index": ["1290", "0180"]}},
           "year": {"category": {"index": ["2024"]}},
           "value": {"category": {"index": ["share", "se", "fm", "lo", "hi", "n"]}}},
         "value": [52, 1.5, 2.9399459768100913, 49.060054023189906, 54.939945976810094, 1109,
                   60, null, null, null, null, null]}
        """),
    Sample(
      format: "pxweb-1", options: "options: {response: json}", dimension: "ContentsCode",
      answer: """
        {"columns": [{"code": "place", "text": "p", "type": "d"},
          {"code": "year", "text": "y", "type": "t"}, {"code": "share", "text": "1", "type": "c"},
          {"code": "se", "text": "2", "type": "c"}, {"code": "fm", "text": "3", "type": "c"},
          {"code": "lo", "text": "4", "type": "c"}, {"code": "hi", "text": "5", "type": "c"},
          {"code": "n", "text": "6", "type": "c"}],
         "data": [{"key": ["1290", "2024"], "values": ["52", "1.5", "2.9399459768100913",
           "49.060054023189906", "54.939945976810094", "1109"]},
          {"key": ["0180", "2024"], "values": ["60", "..", "..", "..", "..", ".."]}]}
        """),
  ]

  private func yaml(_ sample: Sample, _ uncertainty: String) -> String {
    let place = sample.format == "pxweb-1" ? "address: https://example.org/t" : "file: x"
    return """
      sources:
        survey:
          name: {sv: U}
          publisher: {sv: P}
          format: \(sample.format)
          \(place)
          \(sample.options)
          series:
            safe:
              name: {sv: T}
              kind: felt-safety
              unit: percent
              period: year
              place: {dimension: place, kind: municipality}
              select: {\(sample.dimension): share}
              uncertainty: {\(uncertainty)}

      """
  }

  private func observations(_ sample: Sample, _ uncertainty: String) throws -> [Observation] {
    let text = yaml(sample, uncertainty)
    let entry = try #require(
      try YamlSourcesFile().readSources(bytes: Array(text.utf8), file: "sources.yaml").first)
    let source = try #require(StatisticsSources.all.first { $0.code == sample.format })
    let cube = try source.table(
      from: [SourceAnswer(name: "answer", bytes: Array(sample.answer.utf8))], for: entry)
    return try MapObservations()(
      cube, series: entry.series[0], of: entry, from: "answer",
      retrievedAt: "2025-11-22T20:45:00Z")
  }

  @Test(
    "is read as standard errors, margins or limits, with the number of answers",
    arguments: samples, ["standard-error: se", "margin-of-error: fm", "lower: lo, upper: hi"])
  func read(sample: Sample, form: String) throws {
    let found = try observations(sample, "dimension: \(sample.dimension), \(form), base: n")
    let own = try #require(found.first { $0.place == .municipality("1290") })
    #expect(own.value == .number(0.52))
    #expect(abs((own.standardError ?? 0) - 0.015) < 1e-15)
    #expect(own.base == 1109)
    let codes = try #require(own.provenance.uncertaintyCode)
    #expect(codes.hasSuffix("; base: 1290/2024/n"))
    #expect(codes.contains(form.hasPrefix("standard") ? "1290/2024/se" : "1290/2024/"))
    let other = try #require(found.first { $0.place == .municipality("0180") })
    #expect(other.value == .number(0.6))
    #expect(other.standardError == nil)
    #expect(other.base == nil)
    #expect(other.provenance.uncertaintyCode == nil)
  }

  @Test("of another confidence is read with the quantile of that confidence")
  func confidence() throws {
    let found = try observations(
      Self.samples[0], "dimension: value, margin-of-error: fm, confidence: 0.9")
    // Python's statistics.NormalDist().inv_cdf(0.95) is 1.6448536269514715.
    let expected = 0.029399459768100913 / 1.6448536269514715
    #expect(abs((found.first?.standardError ?? 0) - expected) < 1e-12)
  }

  @Test("is not made up from the number of answers, nor from a margin that rounding left as 0")
  func untold() throws {
    let bases = try observations(Self.samples[0], "dimension: value, base: n")
    #expect(bases.map(\.standardError) == [nil, nil])
    #expect(bases.map(\.base) == [1109, nil])
    var zero = Self.samples[0]
    zero.answer = zero.answer.replacing("1.5;", with: "0;")
    #expect(
      try observations(zero, "dimension: value, standard-error: se").first?.standardError == nil)
  }

  @Test(
    "that is no uncertainty is refused",
    arguments: [
      ("standard-error: se", "1.5;", "-1.5;", "source.badError"),
      ("lower: hi, upper: lo", "", "", "source.badInterval"),
      ("base: n", "1109", "1109.5", "source.badBase"),
      ("base: n", "1109", "-1", "source.badBase"),
      ("standard-error: sd", "", "", "source.noCategory"),
    ])
  func refused(form: String, from: String, to: String, key: String) throws {
    var sample = Self.samples[0]
    if !from.isEmpty { sample.answer = sample.answer.replacing(from, with: to) }
    let found = problems { _ = try observations(sample, "dimension: value, \(form)") }
    #expect(found.map(\.key) == [key])
    found.forEach { expectWords($0) }
  }

  @Test(
    "is told in one way, in a dimension that the value is picked from",
    arguments: [
      ("dimension: value", "source.noUncertainty"),
      ("dimension: value, standard-error: se, lower: lo, upper: hi", "source.oneUncertainty"),
      ("dimension: value, standard-error: se, margin-of-error: fm", "source.oneUncertainty"),
      ("dimension: value, lower: lo", "source.twoLimits"),
      ("dimension: value, standard-error: se, confidence: 95", "source.badConfidence"),
      ("dimension: place, standard-error: se", "source.uncertaintyNotPicked"),
      ("dimension: answers, standard-error: se", "source.noDimension"),
      ("standard-error: se", "yaml.missingKey"),
    ])
  func form(text: String, key: String) throws {
    let found = problems { _ = try observations(Self.samples[0], text) }
    #expect(found.contains { $0.key == key }, "\(found)")
    found.forEach { expectWords($0) }
  }
}
