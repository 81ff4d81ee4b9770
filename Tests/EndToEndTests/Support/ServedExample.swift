import Foundation
import Testing

struct CommandFailed: Error { let said: String }

/// The invented municipality, published and served by the built program.
struct ServedExample: Sendable {
  let directory: URL
  let server: Server
  /// What `publish` said.
  let published: String

  var data: String { directory.appending(path: "data").path }
  var studies: [String] { ServedExample.studies(in: directory) }

  @TaskLocal static var current: ServedExample?

  /// All commands of the README, in their order.
  static func make() throws -> ServedExample {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "end-to-end-\(ProcessInfo.processInfo.globallyUniqueString)")
    let example = directory.appending(path: "example")
    let data = directory.appending(path: "data").path
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try done(["example", example.path])
    try done([
      "goals", "import", example.appending(path: "municipality.yaml").path, "--data", data,
    ])
    for (command, file) in [
      ("source", "sources"), ("register", "register"), ("preconditions", "preconditions"),
    ] {
      let path = example.appending(path: "elsewhere/\(file).yaml").path
      try done([command, "import", path, "--data", data])
    }
    let said = try done(["publish"] + studies(in: directory) + ["--data", data])
    return ServedExample(directory: directory, server: try Server(data), published: said)
  }

  private static func studies(in directory: URL) -> [String] {
    let folder = directory.appending(path: "example/studies").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
  }

  @discardableResult
  private static func done(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments)
    guard outcome.status == 0 else {
      throw CommandFailed(said: "\(arguments): \(outcome.output)\(outcome.errors)")
    }
    return outcome.output
  }
}

/// Makes one served example for all tests of a suite, and takes it away afterwards.
struct ServesExample: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: () async throws -> Void
  ) async throws {
    let example = try ServedExample.make()
    defer {
      _ = try? example.server.stop(with: SIGTERM)
      try? FileManager.default.removeItem(at: example.directory)
    }
    try await ServedExample.$current.withValue(example) { try await function() }
  }
}

extension Trait where Self == ServesExample {
  static var servesExample: ServesExample { ServesExample() }
}
