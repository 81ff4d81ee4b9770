package import SafetyModel

/// A wave of a survey with the statistic that is estimated in it.
package struct EstimatedWave: Sendable {
  let year: Int
  let numbers: EstimateNumbers
  /// Who each row is, in the order of the coded answers; `nil` when it isn't told.
  let persons: [String]?

  package init(year: Int, numbers: EstimateNumbers, persons: [String]? = nil) {
    self.year = year
    self.numbers = numbers
    self.persons = persons
  }

  var analysis: SurveyAnalysis { numbers.analysis }

  /// The wave's own coding of a number.
  ///
  /// - Throws: `Problems` when the wave did not ask the same.
  func counterpart(of number: EstimateNumbers.Number) throws -> EstimateNumbers.Number {
    guard let own = analysis.counterpart(of: number) else { throw differs(number.name) }
    return own
  }

  /// The wave's own dimensions.
  ///
  /// - Throws: `Problems` when it lacks one.
  func counterparts(of breakdown: [PublishedDimension]) throws -> [PublishedDimension] {
    try breakdown.map { dimension in
      guard let own = analysis.codebook.dimension(dimension.code) else {
        throw differs(dimension.code)
      }
      return own
    }
  }

  /// Something, by its code, is not the same in this wave.
  func differs(_ code: String) -> Problems {
    Problems([
      Problem("estimate.changeDiffers", arguments: ["code": code, "wave": String(year)])
    ])
  }
}

extension [EstimatedWave] {
  /// In the order of their years.
  ///
  /// - Throws: `Problems` when two are of one year: the same sample twice would look more certain
  ///   than it is.
  func byYear() throws -> [EstimatedWave] {
    let sorted = sorted { $0.year < $1.year }
    for (wave, next) in zip(sorted, sorted.dropFirst()) where wave.year == next.year {
      throw Problems([Problem("estimate.sameWave", arguments: ["wave": String(wave.year)])])
    }
    return sorted
  }
}
