/// The study file of one year; its form is described in `docs/handbook/study-file.md`.
struct StudyFile {
  let questionnaire: Questionnaire
  let wave: PopulationPlan.Wave

  func text() -> String {
    [
      heading, data, design, dimensions, topics, derived, items, indices, publish,
    ].joined(separator: "\n")
  }

  private var heading: String {
    let year = wave.year
    return """
      # Trygghetsundersökningen \(year) i Exempelstad. Kommunen finns inte och svaren är påhittade.
      # The safety survey of \(year) in Exempelstad, a municipality that does not exist: the answers
      # are invented. docs/handbook/study-file.md describes every key.

      study: trygghet-\(year)
      series: trygghet
      wave: \(year)
      title: {sv: "Trygghetsundersökningen \(year)", en: "The safety survey \(year)"}
      population:
        sv: "Alla som bor i Exempelstad och är 16–85 år"
        en: "Everyone aged 16–85 who lives in Exempelstad"
      field-period: {from: \(wave.from), to: \(wave.to)}
      producer:
        sv: "Exempelstads kommun (påhittad undersökning)"
        en: "The municipality of Exempelstad (an invented survey)"
      sampled: \(wave.sampled)
      example: true

      """
  }

  private var data: String {
    """
    data:
      file: ../data/svar-\(wave.year).csv
      delimiter: "\(wave.delimiter)"
      decimal: "\(wave.decimalMark)"
      id: lopnr
      areas: ../areas.geojson
      area-code: code

    """
  }

  private var design: String {
    """
    # A simple random sample within area × sex × age group. Nh is the number of persons in the
    # stratum; the weights are calibrated so that they sum to the frame's own totals.
    design:
      weight: vikt
      strata: [stratum]
      population-sizes: [Nh]

    """
  }

  private var topics: String {
    let lines = questionnaire.topics.map {
      "  \($0.code): " + YamlWords.words(sv: $0.sv, en: $0.en) + "\n"
    }
    return "topics:\n" + lines.joined()
  }

  private var publish: String {
    """
    publish:
      highlights: \(YamlWords.list(questionnaire.highlights))
      breakdowns:
        - [area]
        - [sex]
        - [age]
        - [background]
        - [area, sex]

    """
  }
}
