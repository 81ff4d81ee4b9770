package import SafetyModel
package import Workflows

/// Reads SPSS and Stata files in a child process; see ``StatisticsFileChild`` for why.
package struct StatisticsFileReader: DataFileReader {
  package let fileEndings = ["sav", "zsav", "dta"]
  private let program: String

  private let timeout: Duration?

  /// - Parameters:
  ///   - program: the path of `trygghet`, which is started again to read the file.
  ///   - timeout: when to give up; by default after a time that goes by the size of the file.
  package init(program: String, timeout: Duration? = nil) {
    self.program = program
    self.timeout = timeout
  }

  package func read(
    _ path: String, as description: DataDescription, limits: FileLimits
  ) throws -> SourceTable {
    let beginning = try FileBytes.beginning(path, count: 64, limit: limits.bytes)
    try checkKind(beginning.bytes, path)
    let content = try content(of: path, bytes: beginning.size, limits)
    return try StatisticsTable(file: path, content: content).table()
  }

  // MARK: - The kind of file

  private func checkKind(_ bytes: [UInt8], _ path: String) throws(Problems) {
    let ending = StatisticsFileReader.ending(of: path)
    if bytes.dropFirst(8).starts(with: "ENCRYPTEDSAV".utf8) {
      throw Problems([Problem("statfile.encrypted", file: path)])
    }
    let isSPSS = bytes.starts(with: "$FL2".utf8) || bytes.starts(with: "$FL3".utf8)
    guard ending == "dta" ? StatisticsFileReader.isStata(bytes) : isSPSS else {
      throw Problems([
        Problem("statfile.wrongKind", arguments: ["ending": "." + ending], file: path)
      ])
    }
  }

  private static func ending(of path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// From Stata 13 on files begin with a tag; before, with version, byte order and two fixed bytes.
  private static func isStata(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: "<stata_dta>".utf8) { return true }
    return bytes.count >= 4 && (102...115).contains(bytes[0]) && (1...2).contains(bytes[1])
      && bytes[2] == 1 && bytes[3] == 0
  }

  // MARK: - The child

  private func content(
    of path: String, bytes: Int, _ limits: FileLimits
  ) throws -> StatisticsFileContent {
    var content = StatisticsFileContent(file: path, limits: limits)
    var parser = StatisticsFrameParser()
    var streamed = 0
    let timeout = timeout ?? .seconds(3 * ProcessLimits.seconds(fileBytes: bytes))
    let ending: ChildProcess.Ending
    do {
      let arguments = [StatisticsFileChild.subcommand, "--", path]
      ending = try ChildProcess.run(program, arguments, timeout: timeout) { output in
        streamed += output.count
        if streamed > limits.bytes {
          let arguments = ["limit": String(limits.bytes)]
          throw Problems([Problem("statfile.tooLargeInside", arguments: arguments, file: path)])
        }
        try parser.feed(output) { try content.take($0, &$1) }
      }
    } catch is StatisticsFrameParser.Garbage {
      throw Problems([Problem("statfile.crashed", file: path)])
    } catch let error as ChildProcess.NotStarted {
      throw notStarted(error.reason, path)
    }
    try check(content, ending, isWhole: parser.isBetweenFrames, path, timeout)
    return content
  }

  private func check(
    _ content: StatisticsFileContent, _ ending: ChildProcess.Ending, isWhole: Bool,
    _ path: String, _ timeout: Duration
  ) throws(Problems) {
    if let failure = content.failure {
      let arguments = ["reason": failure.words]
      throw Problems([Problem("statfile.invalid", arguments: arguments, file: path)])
    }
    if ending == .timedOut || ending == .signalled(StatisticsFileReader.outOfTime) {
      let arguments = ["seconds": String(timeout.components.seconds)]
      throw Problems([Problem("statfile.timeout", arguments: arguments, file: path)])
    }
    if case .exited(let code) = ending, code >= 64 {
      throw notStarted("\(program): \(code)", path)
    }
    guard content.isComplete, isWhole, ending == .exited(0) else {
      throw Problems([Problem("statfile.crashed", file: path)])
    }
    if content.variables.isEmpty { throw Problems([Problem("statfile.noVariables", file: path)]) }
    if let promised = content.promisedRows, promised != content.rowCount {
      let arguments = ["expected": String(promised), "found": String(content.rowCount)]
      throw Problems([Problem("statfile.truncated", arguments: arguments, file: path)])
    }
    if content.rowCount == 0 { throw Problems([Problem("statfile.noRows", file: path)]) }
  }

  /// SIGXCPU: the child used up its processor time.
  private static let outOfTime: Int32 = 24

  private func notStarted(_ reason: String, _ path: String) -> Problems {
    let ending = "." + StatisticsFileReader.ending(of: path)
    let arguments = ["ending": ending, "reason": reason]
    return Problems([Problem("statfile.noReader", arguments: arguments, file: path)])
  }
}
