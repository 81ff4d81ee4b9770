internal import Foundation
internal import OracleCases

/// Answers every case of a folder of R results and tells which figures agree.
@main
enum Oracle {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: oracle DIR   (reads every DIR/*.json, with the data in DIR/../data)")
      exit(2)
    }
    let directory = CommandLine.arguments[1]
    let names = try FileManager.default.contentsOfDirectory(atPath: directory)
    var (passed, failed) = (0, 0)
    var cache = DesignCache()
    for name in names.sorted() where name.hasSuffix(".json") {
      for oracle in try OracleCase.load("\(directory)/\(name)") {
        let outcome = oracle.run(in: "\(directory)/..", cache: &cache)
        print(outcome.line)
        if outcome.failure == nil { passed += 1 } else { failed += 1 }
      }
    }
    print("oracle: \(passed) passed, \(failed) failed")
    exit(failed == 0 ? 0 : 1)
  }
}
