@testable import InventedMunicipality

/// The invented surveys, made once for all tests.
enum Invented {
  static let surveys = Result { try InventedSurveys(seed: InventedMunicipality.standardSeed) }
  static let files = Result { try InventedMunicipality().files() }

  /// One year's frame, sample, weights and answer model.
  struct Year {
    let wave: PopulationPlan.Wave
    let frame: Frame
    let sample: Sample
    let weights: [Double]
    let model: AnswerModel
  }

  static let years = Result {
    let surveys = try Invented.surveys.get()
    return try surveys.plan.waves.map { wave in
      let frame = surveys.frame(of: wave.year)
      let sample = surveys.sample(of: wave, from: frame)
      return Year(
        wave: wave, frame: frame, sample: sample,
        weights: try surveys.weights(of: sample, frame: frame), model: surveys.model(of: wave.year))
    }
  }

  static func year(_ year: Int) throws -> Year {
    struct NoSuchYear: Error {}
    guard let found = try years.get().first(where: { $0.wave.year == year }) else {
      throw NoSuchYear()
    }
    return found
  }
}
