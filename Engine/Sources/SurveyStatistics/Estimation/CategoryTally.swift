import NumericKernels

/// The answers to an item in one domain, counted and weighted.
struct CategoryTally {
  private(set) var answers = AnswerTally()
  private var weights: [Double]
  private var counts: [Int]

  init(categoryCount: Int) {
    weights = Array(repeating: 0, count: categoryCount)
    counts = Array(repeating: 0, count: categoryCount)
  }

  mutating func add(_ weight: Double, _ category: Int, correction: Double) {
    answers.add(weight, correction: correction)
    weights[category] += weight
    counts[category] += weight == 0 ? 0 : 1
  }

  var weight: Double { weights.compensatedSum() }

  func proportion(of members: [Int]) -> Double {
    members.lazy.map { weights[$0] }.compensatedSum() / weight
  }

  func count(of members: [Int]) -> Int {
    members.reduce(0) { $0 + counts[$1] }
  }
}
