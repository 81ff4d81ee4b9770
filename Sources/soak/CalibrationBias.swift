import InventedMunicipality
import SurveyStatistics

/// Whether calibration takes the bias away that uneven non-response makes.
///
/// Who answers depends on area, sex, age and background, which are the margins; the answers of the
/// items depend on them too.
struct CalibrationBias {
  static let items = ["unsafe-late", "littering", "fraud", "police-care"]

  struct Case {
    let item: String
    let codes: [UInt8]
    let truth: Double
    var uncorrected = Moments()
    var calibrated = Moments()
    var covered = 0
  }

  /// Sums of a figure over the samples.
  struct Moments {
    private var count = 0.0
    private var sum = 0.0
    private var squares = 0.0
    mutating func add(_ value: Double) {
      count += 1
      sum += value
      squares += value * value
    }
    var mean: Double { sum / count }
    /// The standard error of the mean over the samples.
    var error: Double { ((squares / count - mean * mean) / (count - 1)).squareRoot() }
  }

  private(set) var cases: [Case]
  private(set) var sampleCount = 0

  init(of population: InventedPopulation) throws {
    cases = try Self.items.map { item in
      let answers = try population.headline(of: item)
      let given = answers.compactMap { $0 }
      return Case(
        item: item, codes: answers.map { $0.map { $0 ? 1 : 2 } ?? 0 },
        truth: Double(given.count { $0 }) / Double(given.count))
    }
  }

  mutating func add(_ sample: SimulatedSample) throws {
    sampleCount += 1
    let (before, after) = (try sample.uncorrected(), try sample.calibrated())
    let everyone = DomainColumn.everyone(rowCount: sample.persons.count)
    for place in cases.indices {
      let item = try CodedColumn(codes: sample.column(cases[place].codes), categoryCount: 2)
      let plain = try before.proportions(of: item, by: everyone)[domain: 0, statistic: 0]
      let estimate = try after.proportions(of: item, by: everyone)[domain: 0, statistic: 0]
      cases[place].uncorrected.add(plain.value - cases[place].truth)
      cases[place].calibrated.add(estimate.value - cases[place].truth)
      let interval = estimate.interval(.logit)
      if interval.lower <= cases[place].truth, cases[place].truth <= interval.upper {
        cases[place].covered += 1
      }
    }
  }
}
