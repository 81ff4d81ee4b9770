import Foundation
import GRDB
import StorageContract
import Testing

@testable import StorageSQLite

@Suite("SQLite keeps the contract of every storage engine")
struct StorageContractTests {
  @Test("it", arguments: StorageContract.cases)
  func keeps(_ promise: ContractCase) async throws {
    let temporary = try TemporaryDirectory()
    let open = OpenDirectory(path: temporary.data)
    try await promise.check(try await open.storage())
    try await open.close()
  }
}

/// The one open data directory of a test.
private actor OpenDirectory {
  private let path: String
  private var directory: DataDirectory?
  init(path: String) { self.path = path }

  func close() throws {
    try directory?.close()
    directory = nil
  }

  func storage() throws -> StorageUnderTest {
    try close()
    let directory = try DataDirectory.open(path)
    self.directory = directory
    return StorageUnderTest(
      municipality: SQLiteMunicipalityStore(directory),
      publications: SQLitePublicationStore(directory), answers: SQLiteAnswerStore(directory),
      observations: SQLiteObservationStore(directory),
      registers: SQLiteAreaRegisterStore(directory), sources: SQLiteSourceStore(directory),
      preconditions: SQLitePreconditionStore(directory),
      reopened: { try await self.storage() },
      setFault: { isOn in
        try await directory.pool.write { try $0.execute(sql: isOn ? fault : "DROP TRIGGER fault") }
      },
      tampering: statements.map { sql in
        Tampering(sql) { try await directory.pool.write { try $0.execute(sql: sql) } }
      })
  }
}

private let fault = """
  CREATE TRIGGER fault BEFORE INSERT ON answerColumn WHEN NEW.name = 'item.fault'
  BEGIN SELECT RAISE(ABORT, 'fault'); END
  """

private let statements = [
  "UPDATE document SET who = 'someone else'",
  "DELETE FROM document",
  "INSERT INTO document SELECT kind, 9, savedAt, who, why, payload, hash FROM document",
  "UPDATE municipalityVersion SET who = 'someone else'",
  "DELETE FROM municipalityVersion",
  "INSERT INTO municipalityVersion SELECT 9, savedAt, who, why, payload, file, hash FROM municipalityVersion",
  "UPDATE observation SET value = 7",
  "DELETE FROM observation",
  "UPDATE retrieval SET source = 'other'",
  "DELETE FROM retrieval",
  "UPDATE publication SET note = 'changed'",
  "UPDATE publication SET payload = x'00'",
  "DELETE FROM publication",
  """
  INSERT OR REPLACE INTO publication SELECT number, study, series, wave, publishedAt, 'changed',
    corrects, fingerprint, payload, payloadHash, answersHash, chainHash FROM publication
  """,
  """
  INSERT INTO publication SELECT 7, study, series, wave, publishedAt, note, 1, fingerprint,
    payload, payloadHash, answersHash, chainHash FROM publication
  """,
  "UPDATE answers SET rowCount = 1",
  "DELETE FROM answers",
  "INSERT OR REPLACE INTO answers SELECT publication, 1, lonelyUnit FROM answers",
  "UPDATE answerColumn SET content = x'00'",
  "DELETE FROM answerColumn WHERE kind = 'coded'",
  """
  INSERT OR REPLACE INTO answerColumn SELECT publication, kind, name, categories, x'00'
  FROM answerColumn
  """,
]
