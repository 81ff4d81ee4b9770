import InventedMunicipality
import SurveyStatistics

/// How often 95 % intervals hold the truth, by share and by the size of the domain.
struct Coverage {
  static let shares = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98]
  static let methods: [IntervalMethod] = [.logit, .beta, .wilson, .linear]

  /// A domain: who is in it, and the answers that have each of the shares there.
  struct Case {
    let name: String
    let members: [UInt16]
    let answers: [SharedAnswer]
    var answerCount = 0
    /// By method, then share.
    var covered: [[Int]]
  }

  private(set) var cases: [Case]
  private(set) var sampleCount = 0

  init(of population: InventedPopulation) throws {
    let tendencies = try population.tendencies(of: "unsafe-late")
    let domains: [(String, (Int) -> Bool)] = [
      ("everyone", { _ in true }),
      ("women", { population.sexes[$0] == 1 }),
      ("one area", { population.areas[$0] == 2 }),
      ("women of one area", { population.areas[$0] == 3 && population.sexes[$0] == 1 }),
      ("one age group of one area", { population.areas[$0] == 4 && population.ageGroups[$0] == 3 }),
      ("born abroad, one area", { population.areas[$0] == 3 && population.backgrounds[$0] == 2 }),
      (
        "men born abroad, one area",
        {
          population.areas[$0] == 3 && population.backgrounds[$0] == 2
            && population.sexes[$0] == 2
        }
      ),
    ]
    cases = domains.map { name, isMember in
      let members = (0..<population.personCount).map { UInt16(isMember($0) ? 1 : 0) }
      return Case(
        name: name, members: members,
        answers: Self.shares.map {
          SharedAnswer(share: $0, tendencies: tendencies, groups: members, groupCount: 1)
        },
        covered: Self.methods.map { _ in Self.shares.map { _ in 0 } })
    }
  }

  mutating func add(_ sample: SimulatedSample) throws {
    sampleCount += 1
    for place in cases.indices {
      let domain = try DomainColumn(
        codes: sample.column(cases[place].members), domainCount: 1)
      for (share, answer) in cases[place].answers.enumerated() {
        let item = try CodedColumn(codes: sample.column(answer.codes), categoryCount: 2)
        let estimate = try sample.design.proportions(of: item, by: domain)[
          domain: 0, statistic: 0]
        if share == 0 { cases[place].answerCount += estimate.base }
        for (method, name) in Self.methods.enumerated() {
          let interval = estimate.interval(name)
          if interval.lower <= answer.truths[0], answer.truths[0] <= interval.upper {
            cases[place].covered[method][share] += 1
          }
        }
      }
    }
  }

  /// The part of the samples whose interval holds the truth.
  func part(_ place: Int, method: Int, share: Int) -> Double {
    Double(cases[place].covered[method][share]) / Double(sampleCount)
  }

  /// The mean number of answers in a domain.
  func meanAnswers(_ place: Int) -> Double {
    Double(cases[place].answerCount) / Double(sampleCount)
  }
}
