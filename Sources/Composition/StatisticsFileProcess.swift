import Exchange
import Glibc

/// The child process that reads SPSS and Stata files, as the program sees it.
package enum StatisticsFileProcess {
  /// The name of the hidden subcommand that reads a file in a process of its own.
  package static let subcommand = StatisticsFileChild.subcommand

  /// Reads the file to standard output with lowered limits, and returns the exit code.
  package static func run(_ path: String) -> Int32 { StatisticsFileChild.run(path) }

  /// The path of this program, to start it again.
  package static var thisProgram: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
