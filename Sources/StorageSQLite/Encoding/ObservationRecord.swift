import Foundation
import GRDB
import SafetyModel
import Workflows

/// What a value is about, as it is stored.
struct RecordKey: Hashable, Comparable {
  var series: String
  var geography: String
  var placeKind: String
  var place: String
  /// JSON with sorted keys.
  var breakdown: String
  var period: String

  static let condition = """
    series = ? AND geography = ? AND placeKind = ? AND place = ? AND breakdown = ? AND period = ?
    """

  init(_ key: ObservationKey) {
    series = key.series
    geography = key.place.geography
    placeKind = key.place.kind.rawValue
    place = key.place.code
    breakdown = RecordKey.text(of: key.breakdown)
    period = key.period.description
  }

  init(_ row: Row) throws {
    series = try row.checked("series")
    geography = try row.checked("geography")
    placeKind = try row.checked("placeKind")
    place = try row.checked("place")
    breakdown = try row.checked("breakdown")
    period = try row.checked("period")
  }

  var fields: [String] { [series, geography, placeKind, place, breakdown, period] }
  var arguments: StatementArguments { StatementArguments(fields) }

  static func < (a: RecordKey, b: RecordKey) -> Bool {
    for (first, second) in zip(a.fields, b.fields) where first != second { return first < second }
    return false
  }

  /// One value for each dimension is the rule, so no encoder is started for it.
  private static func text(of breakdown: [String: String]) -> String {
    if breakdown.isEmpty { return "{}" }
    return (try? CanonicalJSON.encode(breakdown)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func key() throws -> ObservationKey {
    guard let period = Period(period), let kind = Place.Kind(rawValue: placeKind),
      let groups = breakdown == "{}"
        ? [:] : try? CanonicalJSON.decode([String: String].self, from: Data(breakdown.utf8))
    else { throw Problems([StorageProblem.damaged("observation", ["series": series])]) }
    return ObservationKey(
      series: series, period: period, place: Place(kind: kind, code: place, geography: geography),
      breakdown: groups)
  }
}

/// One value as it is stored.
struct ObservationRecord {
  var key: RecordKey
  var revision = 0
  var value: Double?
  var missing: String?
  var standardError: Double?
  var base: Int?
  var originalCode: String?
  var uncertaintyCode: String?
  var head: RetrievalHead

  static let newestSQL = """
    SELECT revision, value, missing, standardError, base FROM observation
    WHERE \(RecordKey.condition) ORDER BY revision DESC LIMIT 1
    """

  init(_ observation: Observation) throws {
    key = RecordKey(observation.key)
    switch observation.value {
    case .number(let number): value = number
    case .missing(let reason): missing = reason.rawValue
    }
    standardError = observation.standardError
    base = observation.base
    originalCode = observation.provenance.originalCode
    uncertaintyCode = observation.provenance.uncertaintyCode
    head = RetrievalHead(observation.provenance)
    guard value?.isFinite != false, standardError?.isFinite != false else {
      throw Problems([StorageProblem.notFinite(key)])
    }
  }

  init(_ row: Row) throws {
    key = try RecordKey(row)
    revision = try row.checked("revision")
    value = try row.checkedOptional("value")
    missing = try row.checkedOptional("missing")
    standardError = try row.checkedOptional("standardError")
    base = try row.checkedOptional("base")
    originalCode = try row.checkedOptional("originalCode")
    // A database that is verified before it is upgraded has no such column.
    uncertaintyCode =
      row.hasColumn("uncertaintyCode") ? try row.checkedOptional("uncertaintyCode") : nil
    head = try RetrievalHead(row)
  }

  /// Whether a stored row says the same; the publisher's codes and dates may differ.
  func isSame(as row: Row) throws -> Bool {
    try value == row.checkedOptional("value") && missing == row.checkedOptional("missing")
      && standardError == row.checkedOptional("standardError")
      && base == row.checkedOptional("base")
  }

  func observed() throws -> ObservedValue {
    if let value { return .number(value) }
    guard let missing, let reason = MissingReason(rawValue: missing) else {
      throw Problems([StorageProblem.damaged("observation", ["series": key.series])])
    }
    return .missing(reason)
  }

  func add(to hash: inout FieldHash) {
    for field in key.fields { hash.add(Data(field.utf8)) }
    hash.add(ContentHash.littleEndian(revision))
    hash.add(value.map { ContentHash.littleEndian(Int(bitPattern: UInt($0.bitPattern))) } ?? Data())
    hash.add(Data((missing ?? "").utf8))
    hash.add(
      standardError.map { ContentHash.littleEndian(Int(bitPattern: UInt($0.bitPattern))) } ?? Data()
    )
    hash.add(base.map(ContentHash.littleEndian) ?? Data())
    hash.add(Data([originalCode == nil ? 0 : 1]))
    hash.add(Data((originalCode ?? "").utf8))
    // Only where there is one: what was kept before it existed keeps its hash.
    if let uncertaintyCode { hash.add(Data(uncertaintyCode.utf8)) }
  }
}

/// Reads observations with what each has been before.
enum ObservationReading {
  /// The current values that fit a condition, ordered by place, group and period.
  static func newest(_ db: Database, where condition: String, arguments: StatementArguments)
    throws -> [Observation]
  {
    var newest: [Observation] = []
    for observation in try all(db, where: condition, arguments: arguments) {
      if newest.last?.key == observation.key { newest.removeLast() }
      newest.append(observation)
    }
    return newest
  }

  /// Every value that fits a condition, each after the one that it revised.
  static func all(_ db: Database, where condition: String, arguments: StatementArguments) throws
    -> [Observation]
  {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT observation.*, source, sourceTable, address, retrievedAt, publishedAt
        FROM observation JOIN retrieval ON retrieval.number = observation.retrieval
        WHERE \(condition)
        ORDER BY series, geography, placeKind, place, breakdown, period, revision
        """, arguments: arguments)
    var observations: [Observation] = []
    while let row = try rows.next() {
      let record = try ObservationRecord(row)
      let key = try record.key.key()
      var provenance = record.head.provenance
      provenance.originalCode = record.originalCode
      provenance.uncertaintyCode = record.uncertaintyCode
      if record.revision > 0 {
        guard let earlier = observations.last, earlier.key == key else {
          throw Problems([StorageProblem.damaged("observation", ["series": key.series])])
        }
        provenance.revision = Revision(
          number: record.revision, earlier: earlier.value,
          earlierRetrievedAt: earlier.provenance.retrievedAt)
      }
      observations.append(
        Observation(
          series: key.series, period: key.period, place: key.place, breakdown: key.breakdown,
          value: try record.observed(), standardError: record.standardError, base: record.base,
          provenance: provenance))
    }
    return observations
  }
}
