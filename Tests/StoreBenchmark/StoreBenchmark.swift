import Composition
import Foundation
import SafetyModel
import TestSupport
import Workflows

/// Measures how long the answers of a survey take to come back from the store: 10,000 persons and
/// 60 items, the directory opened anew each time.
///
///     StoreBenchmark DIRECTORY
@main
struct StoreBenchmark {
  static let rows = 10_000
  static let items = 60
  static let repeats = 15

  static func main() async throws {
    let directory = CommandLine.arguments.dropFirst().first ?? "data/store-benchmark"
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    let writing = try StorageEngine.sqlite.open(directory)
    let publication = try await writing.publications.append(
      InventedPublication.make(), answers: InventedAnswers.make(rows: rows, items: items))
    try writing.close()
    var times: [Duration] = []
    for _ in 0..<repeats {
      let reading = try StorageEngine.sqlite.openForReading(directory)
      let begin = ContinuousClock.now
      let answers = try await reading.answers.answers(of: publication.number)
      times.append(ContinuousClock.now - begin)
      try reading.close()
      guard answers?.rowCount == rows, (answers?.codedColumns.count ?? 0) > items else {
        throw Problems([Problem("storage.notFound", file: directory)])
      }
    }
    let median = times.sorted()[repeats / 2]
    let milliseconds = median / .milliseconds(1)
    print(
      "bench answers_10000x60_read_back \(milliseconds.formatted(.number.precision(.fractionLength(2)))) ms"
    )
  }
}
