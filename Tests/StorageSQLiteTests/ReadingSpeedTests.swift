import Foundation
import StorageContract
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Reading answers back")
struct ReadingSpeedTests {
  /// Milliseconds in a release build; the limit leaves room for a debug build on a busy machine.
  @Test("of 10,000 respondents to 60 questions takes a blink")
  func speed() async throws {
    let temporary = try TemporaryDirectory()
    let answers = InventedAnswers.make(rows: 10_000, items: 60)
    let directory = try DataDirectory.open(temporary.data)
    _ = try await SQLitePublicationStore(directory).append(
      InventedPublication.make(), answers: answers)
    let store = SQLiteAnswerStore(directory)
    var fastest = Duration.seconds(60)
    for _ in 1...5 {
      let start = ContinuousClock.now
      let found = try await store.answers(of: 1)
      fastest = min(fastest, ContinuousClock.now - start)
      #expect(found.map { $0.isIdentical(to: answers) } == true)
    }
    print("10,000 answers × 60 items read, checked and decoded in \(fastest)")
    #expect(fastest < .milliseconds(500))
    try directory.close()
  }
}
