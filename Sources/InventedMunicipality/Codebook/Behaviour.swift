/// How the invented people come to their answers; `Files/behaviour.json`.
///
/// Each person has a few hidden factors, and each question a hidden tendency:
///
///     tendency = Σ on·factor + shift(area, sex, age, background) + trend·(year − reference) + noise
///
/// Cut points turn the tendency into a category. They are chosen so that the population answers
/// with the given shares in the reference year; the shifts then decide who answers what.
struct Behaviour: Decodable {
  /// How far a group lies from the others, in the unit of the tendency.
  struct Shift: Decodable {
    var area: [String: Double]?
    var woman: Double?
    var womanByArea: [String: Double]?
    var age: [Double]?
    var bornOutside: Double?
  }

  struct Factor: Decodable {
    var code: String
    /// The standard deviation of what is the person's own.
    var spread: Double
    /// Parts taken from factors earlier in the list.
    var from: [String: Double]
    var shift: Shift
  }

  /// An answer beside the scale, by age group: a category, or "not applicable" without one.
  struct Aside: Decodable {
    var category: String?
    var shares: [Double]
  }

  struct Item: Decodable {
    /// Shares of the categories of the scale in the reference year, in order.
    var shares: [Double]
    var on: [String: Double]
    var shift: Shift?
    /// Change of the tendency a year.
    var trend: Double?
    var aside: Aside?
    var dontKnow: Double?
    var refuses: Double?
  }

  var referenceYear: Int
  /// The share that won't say, unless the item says otherwise.
  var refuses: Double
  /// The share that skips a question.
  var skips: Double
  var factors: [Factor]
  var items: [String: Item]

  static func embedded() throws -> Behaviour {
    try EmbeddedFile.decode(Behaviour.self, from: PackageResources.behaviour_json)
  }
}
