import CMachine
import SurveyStatistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The engine's benchmark.
///
///     bench generate ROWS FILE [SEED] [--items N]
///     bench interactive FILE [--replicates N]
///     bench designs FILE
///     bench memory BYTES
///     bench run FILE [--design elements|clusters|calibrated] [--threads N] [--crossed N]
///         [--dump OUT.csv]
@main
struct Main {
  static func main() {
    // To get memory anew takes longer than to fill it.
    keep_freed_memory(1 << 28)
    do {
      try follow(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("bench: \(error)")
      exit(1)
    }
  }

  private static func follow(_ given: [String]) throws {
    var arguments = given
    func option(_ name: String) -> String? {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
        return nil
      }
      let value = arguments[place + 1]
      arguments.removeSubrange(place...place + 1)
      return value
    }
    let run = Run(
      design: option("--design") ?? "elements",
      threads: option("--threads").flatMap(Int.init) ?? 1,
      crossed: option("--crossed").flatMap(Int.init) ?? 2, dump: option("--dump"))
    let replicates = option("--replicates").flatMap(Int.init) ?? 1000
    let items = option("--items").flatMap(Int.init) ?? 60
    switch (arguments.first, arguments.count) {
    case ("generate", 3...4):
      guard let rows = Int(arguments[1]), rows >= 1000, items > 0 else {
        throw BenchError("at least 1000 rows and one item")
      }
      let seed = arguments.count == 4 ? UInt64(arguments[3]) : 20_261_122
      var generator = Generator(rows: rows, items: items, seed: seed ?? 1)
      try generator.write(to: arguments[2])
    case ("run", 2):
      try run.measure(arguments[1])
    case ("designs", 2):
      let designs = try Designs(path: arguments[1])
      try designs.measure {
        say("design_\($0)_\(designs.columns.weights.count)", $1, "s")
      }
    case ("memory", 2):
      guard let bytes = Int(arguments[1]), bytes > 0 else { throw BenchError("some bytes") }
      print("bench memory_\(bytes) \(MemoryRead.seconds(bytes: bytes)) s")
    case ("interactive", 2):
      try interactive(arguments[1], replicates: replicates)
    default:
      throw BenchError("usage: bench generate ROWS FILE [SEED] | run FILE [--design D] …")
    }
  }

  private static func interactive(_ path: String, replicates: Int) throws {
    let interactive = try Interactive(path: path)
    let rows = interactive.design.rowCount
    let tables = try interactive.crossTables(of: interactive.design)
    say("cross_table_\(rows)_median", tables.middle, "ms")
    say("cross_table_\(rows)_longest", tables.longest, "ms")
    let calibrated = try interactive.crossTables(of: interactive.calibratedDesign())
    say("cross_table_calibrated_\(rows)_median", calibrated.middle, "ms")
    say("cross_table_calibrated_\(rows)_longest", calibrated.longest, "ms")
    let numeric = try interactive.crossTables(
      of: interactive.columns.numericDesign(byPrimaryUnit: false))
    say("cross_table_numeric_\(rows)_median", numeric.middle, "ms")
    say("cross_table_numeric_\(rows)_longest", numeric.longest, "ms")
    let tests = try interactive.independenceTests()
    say("independence_\(rows)_median", tests.middle, "ms")
    say("independence_\(rows)_longest", tests.longest, "ms")
    say("bootstrap_\(rows)_\(replicates)", try interactive.bootstrap(replicates: replicates), "s")
  }

  static func say(_ name: String, _ value: Double, _ unit: String) {
    print("bench \(name) \((value * 1e4).rounded() / 1e4) \(unit)")
  }
}

/// One measured run of the workload.
struct Run {
  let design: String
  let threads: Int
  let crossed: Int
  let dump: String?

  func measure(_ path: String) throws {
    guard let design = Workload.Design(rawValue: design) else {
      throw BenchError("no design \(design)")
    }
    var workload = try Workload(path: path, design: design, threads: threads)
    workload.crossed = crossed
    let result = try workload.tables()
    let total = Used.processSeconds
    let name =
      "engine_\(design.rawValue)_\(result.rows)" + (threads > 1 ? "_threads\(threads)" : "")
    let bytes = Double(workload.file.file.count)
    Main.say("\(name)_parse", result.cost.parse, "s")
    Main.say("\(name)_parse_speed", bytes / result.cost.parse / 1e9, "GB/s")
    Main.say("\(name)_compute", result.cost.compute, "s")
    Main.say("\(name)_finish", result.cost.finish, "s")
    Main.say("\(name)_longest", result.cost.longest, "s")
    Main.say("\(name)_wall", result.cost.wall, "s")
    Main.say("\(name)_total", total, "s")
    Main.say("\(name)_memory", Used.peakMegabytes, "MB")
    if let dump { try Dump(workload: workload, tables: result.tables).write(to: dump) }
  }
}
