import Foundation
import InventedMunicipality

/// Draws many samples from the invented population and tells how often the engine is right.
@main
enum Soak {
  static func main() throws {
    guard let settings = Settings(Array(CommandLine.arguments.dropFirst())) else {
      print(Settings.usage)
      exit(2)
    }
    let report = try report(settings)
    if let path = settings.path {
      try Data(report.text().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } else {
      print(report.text())
    }
    for failure in report.failures { print("soak: does not hold: \(failure)") }
    print("soak: \(settings.sampleCount) samples, \(report.failures.count) promises broken")
    exit(report.failures.isEmpty ? 0 : 1)
  }

  private static func report(_ settings: Settings) throws -> Report {
    let now = try InventedPopulation(year: 2025)
    let before = try InventedPopulation(year: 2024)
    var coverage = try Coverage(of: now)
    var findings = try FalseFindings(of: now, since: before)
    var bias = try CalibrationBias(of: now)
    for place in 0..<settings.sampleCount {
      let seed = settings.seed &* 1_000_003 &+ UInt64(place)
      let sample = try SimulatedSample(of: now, seed: seed)
      try coverage.add(sample)
      try findings.add(sample, seed: seed)
      try bias.add(sample)
    }
    return Report(
      coverage: coverage, findings: findings, bias: bias, seed: settings.seed,
      years: (before.year, now.year))
  }
}
