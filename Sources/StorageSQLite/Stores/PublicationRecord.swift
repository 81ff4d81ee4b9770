import Foundation
import GRDB
import SafetyModel

/// A publication as it is stored: its bytes and their hashes.
struct PublicationRecord: FetchableRecord {
  var heading: PublicationHeading
  var fingerprint: String
  var payload: Data
  var payloadHash: Data
  var answersHash: Data
  var chainHash: Data

  init(row: Row) throws {
    heading = try PublicationHeading(row)
    fingerprint = try row.checked("fingerprint")
    payload = try row.checked("payload")
    payloadHash = try row.checked("payloadHash")
    answersHash = try row.checked("answersHash")
    chainHash = try row.checked("chainHash")
  }

  init(_ publication: Publication, answersHash: Data, after previous: Data) throws {
    heading = PublicationHeading(publication)
    fingerprint = publication.fingerprint
    payload = try CanonicalJSON.encode(publication)
    payloadHash = ContentHash.of(payload)
    self.answersHash = answersHash
    chainHash = ContentHash.link(
      after: previous, number: publication.number, payloadHash: payloadHash,
      answersHash: answersHash)
  }

  /// The publication, proved to be the bytes that were published and to agree with its columns.
  func publication() throws -> Publication {
    guard ContentHash.of(payload) == payloadHash,
      let publication = try? CanonicalJSON.decode(Publication.self, from: payload),
      heading.isIdentical(to: PublicationHeading(publication)),
      Data(publication.fingerprint.utf8) == Data(fingerprint.utf8)
    else {
      throw Problems([
        StorageProblem.damaged("publication", ["number": String(heading.number)])
      ])
    }
    return publication
  }

  func insert(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO publication
          (number, study, series, wave, publishedAt, note, corrects, fingerprint,
           payload, payloadHash, answersHash, chainHash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        heading.number, heading.study, heading.series, heading.wave, heading.publishedAt,
        heading.note, heading.corrects, fingerprint, payload, payloadHash, answersHash, chainHash,
      ])
  }
}

extension PublicationHeading {
  init(_ publication: Publication) {
    self.init(
      number: publication.number, study: publication.study, series: publication.series,
      wave: publication.wave, publishedAt: publication.publishedAt, note: publication.note,
      corrects: publication.corrects)
  }

  init(_ row: Row) throws {
    self.init(
      number: try row.checked("number"), study: try row.checked("study"),
      series: try row.checked("series"), wave: try row.checked("wave"),
      publishedAt: try row.checked("publishedAt"), note: try row.checkedOptional("note"),
      corrects: try row.checkedOptional("corrects"))
  }

  /// Equal to the byte; `==` takes different spellings of one letter (é) for equal.
  func isIdentical(to other: PublicationHeading) -> Bool {
    func bytes(_ heading: PublicationHeading) -> [[UInt8]] {
      [heading.study, heading.series, heading.publishedAt, heading.note ?? ""].map {
        Array($0.utf8)
      }
    }
    return self == other && bytes(self) == bytes(other)
  }
}
