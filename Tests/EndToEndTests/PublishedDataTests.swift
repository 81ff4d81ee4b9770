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
      #expect(first.output.contains("12 new values, 0 revised, 0 as before"))
      let again = try Program.run("source", "import", file, "--data", data)
      #expect(again.output.contains("0 new values, 0 revised, 12 as before"))
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
