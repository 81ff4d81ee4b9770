/// Who lives in the municipality, who is drawn and who answers; `Files/population.json`.
struct PopulationPlan: Decodable {
  struct Area: Decodable {
    /// Persons aged 16–85 in the first year.
    var adults: Int
    /// Growth a year, as a part of the first year's number.
    var growth: Double
    /// Shares of the four age groups.
    var ages: [Double]
    var women: Double
    /// Shares born outside Sweden by age group.
    var bornOutside: [Double]
    /// Multiplies the probability to answer.
    var response: Double
  }

  struct Response: Decodable {
    /// Probability to answer by age group.
    var ages: [Double]
    /// Multiplies it for those born outside Sweden.
    var bornOutside: Double
    /// Multiplies it for women.
    var woman: Double
  }

  struct Wave: Decodable {
    var year: Int
    var sampled: Int
    var from: String
    var to: String
    var delimiter: String
    var decimalMark: String
  }

  var firstYear: Int
  var areas: [String: Area]
  var response: Response
  /// Multiplies an age group's part of the sample: the young answer less, so more are asked.
  var ageLift: [Double]
  /// The share of respondents who call themselves neither woman nor man, or don't say.
  var sexNotStated: Double
  var waves: [Wave]

  static func embedded() throws -> PopulationPlan {
    try EmbeddedFile.decode(PopulationPlan.self, from: PackageResources.population_json)
  }
}
