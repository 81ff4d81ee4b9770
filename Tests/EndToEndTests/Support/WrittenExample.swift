import Foundation
import Testing

/// The files of the invented municipality, as `trygghet example` writes them.
struct WrittenExample: Sendable {
  let directory: URL

  @TaskLocal static var current: WrittenExample?

  static func make() throws -> WrittenExample {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "example-\(ProcessInfo.processInfo.globallyUniqueString)")
    let outcome = try Program.run("example", directory.path)
    guard outcome.status == 0 else { throw CommandFailed(said: outcome.errors) }
    return WrittenExample(directory: directory)
  }
}

/// Writes one example for all tests of a suite, and takes it away afterwards.
struct WritesExample: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: () async throws -> Void
  ) async throws {
    let example = try WrittenExample.make()
    defer { try? FileManager.default.removeItem(at: example.directory) }
    try await WrittenExample.$current.withValue(example) { try await function() }
  }
}

extension Trait where Self == WritesExample {
  static var writesExample: WritesExample { WritesExample() }
}
