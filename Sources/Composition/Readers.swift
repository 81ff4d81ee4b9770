import Exchange
import Foundation
package import Workflows

extension FileReaders {
  /// Everything that the program reads.
  package static let standard = FileReaders(
    studies: YamlStudyFile(),
    data: [CSVReader(), StatisticsFileReader(program: ownProgram)],
    areas: GeoJSONReader(), municipalities: YamlMunicipalityFile())

  /// The running program's own file, which reads hostile formats in a process of its own.
  private static var ownProgram: String {
    let link = "/proc/self/exe"
    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    return target ?? CommandLine.arguments[0]
  }
}
