import Foundation
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("A process that is killed while it publishes")
struct KillDuringAppendTests {
  /// After 0–60 ms of publishing, from the first moment to several publications in.
  @Test("leaves whole publications and nothing else", arguments: [0, 7, 15, 30, 60])
  func killed(milliseconds: Int) async throws {
    let temporary = try TemporaryDirectory()
    try await temporary.publish(1)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = temporary.data as String, delay = milliseconds as Int] in
      let directory = try DataDirectory.open(path)
      let publication = InventedPublication.make()
      let answers = InventedAnswers.make(rows: 2000, items: 30)
      Thread.detachNewThread {
        usleep(UInt32(delay) * 1000)
        kill(getpid(), SIGKILL)
      }
      while true {
        let published = try await SQLitePublicationStore(directory).append(
          publication, answers: answers)
        // The receipt, written before the next begins.
        try Data("\(published.number)".utf8).write(to: URL(fileURLWithPath: path + ".receipt"))
      }
    }
    let receipt = (try? String(contentsOfFile: temporary.data + ".receipt", encoding: .utf8)) ?? ""
    let acknowledged = Int(receipt) ?? 1
    let directory = try DataDirectory.open(temporary.data)
    let history = try await SQLitePublicationStore(directory).history()
    #expect(history.count >= acknowledged, "what was acknowledged is there")
    #expect(history.count <= acknowledged + 1)
    try directory.close()
    let report = try SQLiteSafekeeping().verify(temporary.data, progress: SilentProgress())
    #expect(report.problems == [])
    #expect(report.publications.count == history.count)
  }
}
