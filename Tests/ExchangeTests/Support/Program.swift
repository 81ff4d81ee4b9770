import Exchange
import Foundation
import SafetyModel
import Workflows

/// The program `trygghet`, which stands beside the test bundle.
enum Program {
  static let path: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let beside = tests.deletingLastPathComponent().appending(path: "trygghet").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return SharedData.repository.appending(path: ".build/debug/trygghet").path
  }()

  static func readStatistics(
    _ path: String, limits: FileLimits = FileLimits()
  ) throws -> SourceTable {
    try StatisticsFileReader(program: Program.path)
      .read(path, as: DataDescription(file: path), limits: limits)
  }
}
