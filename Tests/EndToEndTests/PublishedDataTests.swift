import Foundation
import Testing

/// What others publish, taken in by the built program.
@Suite("Published data")
struct PublishedDataTests {
  private static let fixtures = Program.root.appending(path: "Tests/ExchangeTests/Fixtures")

  private func inDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "published-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
  }

  @Test("of a source's file is taken in once, listed, and told of")
  func sources() throws {
    try inDirectory { directory in
      let data = directory.appending(path: "data").path
      let file = Self.fixtures.appending(path: "sources/csv/sources.yaml").path
      let first = try Program.run("source", "import", file, "--data", data, "--who", "Eva")
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("New values: 12, revised: 0, as before: 0"))
      let again = try Program.run("source", "import", file, "--data", data)
      #expect(again.output.contains("New values: 0, revised: 0, as before: 12"))
      let list = try Program.run("source", "list", "--data", data)
      #expect(list.output.contains("reported-theft: Reported thefts (reported offences)"))
      let status = try Program.run("source", "status", "--data", data)
      #expect(status.output.hasPrefix("bra-reported-offences: fetched "))
      let fetch = try Program.run("source", "fetch", "bra-reported-offences", "--data", data)
      #expect(fetch.status == 1)
      #expect(fetch.errors.contains("cannot be fetched over the network"))
      let whole = try Program.run("verify", data)
      #expect(whole.status == 0, "\(whole.errors)")
    }
  }

  @Test("that its publisher has changed is told as revised, and what it was is kept")
  func revision() throws {
    try inDirectory { directory in
      let data = directory.appending(path: "data").path
      let folder = Self.fixtures.appending(path: "sources/csv")
      let files = FileManager.default
      for name in ["sources.yaml", "answer.csv"] {
        try files.copyItem(at: folder.appending(path: name), to: directory.appending(path: name))
      }
      let file = directory.appending(path: "sources.yaml").path
      #expect(try Program.run("source", "import", file, "--data", data).status == 0)
      let values = directory.appending(path: "answer.csv")
      var lines = try String(contentsOf: values, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let place = try #require(lines.lastIndex { $0.hasPrefix("1290;2024;theft;") })
      lines[place] = lines[place] + "1"
      try Data(lines.joined(separator: "\n").utf8).write(to: values)
      let again = try Program.run("source", "import", file, "--data", data)
      #expect(again.output.contains("New values: 0, revised: 1, as before: 11"), "\(again)")
      let status = try Program.run("source", "status", "--data", data)
      #expect(status.output.contains("1 revised"))
      // Half of a file changes nothing.
      lines[place] = "1290;\"cut"
      try Data(lines.joined(separator: "\n").utf8).write(to: values)
      let half = try Program.run("source", "import", file, "--data", data)
      #expect(half.status == 1)
      #expect(try Program.run("source", "status", "--data", data).output == status.output)
      let seal = try Program.run("verify", data)
      #expect(seal.status == 0, "\(seal.errors)")
      let noted = try #require(seal.output.firstMatch(of: /: ([0-9a-f]{64})/)).output.1
      let proved = try Program.run("verify", data, "--seal", String(noted.prefix(16)))
      #expect(proved.output.contains("That was the seal after"))
      let unknown = try Program.run("verify", data, "--seal", "0123456789abcdef")
      #expect(unknown.status == 1)
      #expect(unknown.errors.contains("was never that of what is here"))
    }
  }

  @Test("is not asked for from hosts that are not allowed")
  func hosts() throws {
    try inDirectory { directory in
      let data = directory.appending(path: "data").path
      let file = Self.fixtures.appending(path: "sources/json-stat/sources.yaml").path
      #expect(try Program.run("source", "import", file, "--data", data).status == 0)
      let fetch = try Program.run("source", "fetch", "population", "--data", data)
      #expect(fetch.status == 1)
      #expect(fetch.errors.contains("statistics.example is not on the list"))
      let status = try Program.run("source", "status", "--data", data)
      #expect(status.output.contains("fetch.notAllowed"))
      let settings = directory.appending(path: "data/settings.yaml")
      try Data("fetching: {hosts: [statistics.example]}".utf8).write(to: settings)
      let allowed = try Program.run("source", "fetch", "population", "--data", data)
      #expect(allowed.errors.contains("There is no host statistics.example"))
      try Data("fetching: {hosts: [https://statistics.example]}".utf8).write(to: settings)
      let wrong = try Program.run("source", "fetch", "population", "--data", data)
      #expect(wrong.status == 1)
      #expect(wrong.errors.contains("settings.yaml:1:"))
    }
  }

  @Test("of preconditions is mapped to areas of one's own")
  func preconditions() throws {
    try inDirectory { directory in
      let data = directory.appending(path: "data").path
      let file = Self.fixtures.appending(path: "preconditions/preconditions.yaml").path
      let taken = try Program.run("preconditions", "import", file, "--data", data)
      #expect(taken.status == 0, "\(taken.errors)")
      #expect(taken.output.contains("2022: 2 areas; 5.0% lie in none of them"))
      let list = try Program.run("preconditions", "list", "--data", data)
      #expect(list.output.contains("north: 9.1%"))
      #expect(list.output.contains("south: 13.7%"))
    }
  }

  @Test("of a register is counted by real change")
  func register() throws {
    try inDirectory { directory in
      let yaml = """
        register:
          name: {sv: Register, en: Register}
          levels: {low: {name: {sv: Låg, en: Low}, words: [L]}}
          lists:
            - {date: 2021-12-01, source: {sv: K}, file: list.csv, name: name, level: l21, municipality: m}
            - {date: 2023-12-01, source: {sv: K}, file: list.csv, name: name, level: l23, municipality: m}
          changes:
            - {date: 2023-12-01, kind: split, before: [0000-norr], after: [0000-norra, 0000-norre]}
        """
      let csv = "name,m,l21,l23\nNorr,0000,L,\nNorra,0000,,L\nNorre,0000,,L\nSöder,0000,L,\n"
      try Data(yaml.utf8).write(to: directory.appending(path: "register.yaml"))
      try Data(csv.utf8).write(to: directory.appending(path: "list.csv"))
      let data = directory.appending(path: "data").path
      let file = directory.appending(path: "register.yaml").path
      let taken = try Program.run("register", "import", file, "--data", data)
      #expect(taken.status == 0, "\(taken.errors)")
      let list = try Program.run("register", "list", "--data", data)
      #expect(list.output.contains("2023-12-01: 2 areas (Low 2)"))
      #expect(list.output.contains("Norr was split into Norra and Norre (technical)"))
      let target = try Program.run(
        "register", "target", "1", "--by", "2024-12-31", "--since", "2021-12-31", "--data", data)
      #expect(target.output.contains("The target is reached: at most 1"))
      #expect(target.output.contains("1 are left"))
      #expect(target.output.contains("officially 2, 2 at the baseline"))
    }
  }
}
