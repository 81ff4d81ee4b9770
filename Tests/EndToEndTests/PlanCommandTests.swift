import Foundation
import Testing

/// `trygghet plan`, as a person runs it.
@Suite("The command plan")
struct PlanCommandTests {
  private let directory = FileManager.default.temporaryDirectory
    .appending(path: "plan-\(ProcessInfo.processInfo.globallyUniqueString)")

  private func frame() throws -> String {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let rows = (0..<400).map { "\(1000 + $0);\($0 % 4 == 0 ? "S" : "N")" }
    let file = directory.appending(path: "frame.csv")
    try Data((["id;area"] + rows).joined(separator: "\n").utf8).write(to: file)
    return file.path
  }

  @Test("tells sample size, power and what is wrong")
  func numbers() throws {
    // Cochran: 384.16 / (1 + 383.16/1000) = 277.7
    let size = try Program.run("plan", "size", "--margin", "0.05", "--population", "1000")
    #expect(size.status == 0 && size.output.hasPrefix("278 answers give ±5.0"))
    let power = try Program.run(
      "plan", "power", "--from", "0.3", "--to", "0.4", "--answers", "200")
    #expect(power.output.contains("56%"))
    let wrong = try Program.run("plan", "size", "--margin", "3")
    #expect(wrong.status == 1 && wrong.errors.contains("cannot be 3"))
  }

  @Test("divides a sample among strata")
  func allocation() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let outcome = try Program.run(
      "plan", "allocation", try frame(), "--strata", "area", "--total", "40", "--format", "csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("\"N\",300,30,30.0,"))
    #expect(lines[2].hasPrefix("\"S\",100,10,10.0,"))
  }

  @Test("draws the same persons for the same seed, and never overwrites a sample")
  func draw() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let frame = try frame()
    func draw(_ name: String) throws -> (Program.Outcome, Data?) {
      let file = directory.appending(path: name)
      let outcome = try Program.run(
        "plan", "draw", frame, "--strata", "area", "--total", "40", "--seed", "7", "--output",
        file.path)
      return (outcome, try? Data(contentsOf: file))
    }
    let first = try draw("first.csv")
    let second = try draw("second.csv")
    #expect(first.0.status == 0 && first.0.output.contains("40"))
    #expect(first.1 != nil && first.1 == second.1)
    let again = try draw("first.csv")
    #expect(again.0.status == 1 && again.1 == first.1)
  }
}
