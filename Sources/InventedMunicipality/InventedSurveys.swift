/// The invented people and the yearly surveys of them.
struct InventedSurveys {
  let seed: UInt64
  let questionnaire: Questionnaire
  let behaviour: Behaviour
  let plan: PopulationPlan
  let cutPoints: [String: [Double]]

  init(seed: UInt64) throws {
    self.seed = seed
    questionnaire = try Questionnaire.embedded()
    behaviour = try Behaviour.embedded()
    plan = try PopulationPlan.embedded()
    let reference = Frame(year: behaviour.referenceYear, plan: plan, areas: questionnaire.areas)
    cutPoints = CutPoints.calibrated(
      questionnaire: questionnaire, behaviour: behaviour, frame: reference, seed: seed)
  }

  func frame(of year: Int) -> Frame { Frame(year: year, plan: plan, areas: questionnaire.areas) }

  func model(of year: Int) -> AnswerModel {
    AnswerModel(
      questionnaire: questionnaire, behaviour: behaviour, year: year, seed: seed,
      cutPoints: cutPoints)
  }

  func sample(of wave: PopulationPlan.Wave, from frame: Frame) -> Sample {
    Sample(
      frame: frame, wave: wave, plan: plan, areas: questionnaire.areas.map(\.code), seed: seed)
  }

  /// The calibrated weight of a respondent in each cell.
  func weights(of sample: Sample, frame: Frame) throws -> [Double] {
    var respondents = [Int](repeating: 0, count: Cell.count)
    for person in sample.respondents { respondents[frame.cell(of: person).index] += 1 }
    return try Raking.weights(respondents: respondents, frame: frame.counts)
  }

  /// The data files of one year: the answers, and the frame in figures.
  func dataFiles(of wave: PopulationPlan.Wave) throws -> [InventedFile] {
    let frame = frame(of: wave.year)
    let sample = sample(of: wave, from: frame)
    let answers = AnswerFile(
      frame: frame, sample: sample, weights: try weights(of: sample, frame: frame),
      model: model(of: wave.year), wave: wave, plan: plan, seed: seed)
    let totals = FrameFile(frame: frame, sample: sample, wave: wave)
    return [
      InventedFile(path: "data/svar-\(wave.year).csv", text: answers.text()),
      InventedFile(path: "data/ram-\(wave.year).csv", text: totals.text()),
    ]
  }
}
