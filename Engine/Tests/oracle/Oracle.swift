internal import Foundation
internal import OracleCases

/// Answers every case of a folder of R results and tells which figures agree.
///
/// The cases of a file are answered by a process of their own: a case that ends it counts as
/// failed, and the others are answered all the same.
@main
enum Oracle {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 3, arguments[0] == "--file", let first = Int(arguments[2]) {
      return answer(arguments[1], from: first)
    }
    guard arguments.count == 1 else {
      print("usage: oracle DIR   (reads every DIR/*.json, with the data in DIR/../data)")
      exit(2)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: arguments[0])
    var (passed, failed) = (0, 0)
    for name in names.sorted() where name.hasSuffix(".json") {
      for line in try lines("\(arguments[0])/\(name)") {
        print(line)
        if line.hasPrefix("pass") { passed += 1 } else { failed += 1 }
      }
    }
    print("oracle: \(passed) passed, \(failed) failed")
    exit(failed == 0 ? 0 : 1)
  }

  /// Prints a line for each case of a file, from one on.
  private static func answer(_ path: String, from first: Int) {
    var cache = DesignCache()
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
      .deletingLastPathComponent().path
    for oracle in ((try? OracleCase.load(path)) ?? []).dropFirst(first) {
      // Written at once: what a later case does must not lose it.
      let line = oracle.run(in: directory, cache: &cache).line + "\n"
      FileHandle.standardOutput.write(Data(line.utf8))
    }
  }

  /// A line for each case of a file.
  private static func lines(_ path: String) throws -> [String] {
    guard let cases = try? OracleCase.load(path) else {
      return ["FAIL \(path): not a file of cases"]
    }
    var lines: [String] = []
    while lines.count < cases.count {
      let process = Process()
      process.executableURL = URL(
        fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      process.arguments = ["--file", path, String(lines.count)]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      lines += String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
      if lines.count < cases.count {
        lines.append("FAIL \(cases[lines.count].id): ended the program")
      }
    }
    return lines
  }
}
