extension StudyFile {
  var dimensions: String {
    let areas = questionnaire.areas.map {
      YamlWords.category($0.code, value: $0.value, sv: $0.sv, en: $0.en)
    }
    return """
      dimensions:
        area:
          column: omrade
          role: area
          label: {sv: "Område", en: "Area"}
          values:
      \(YamlWords.indented(areas.joined(separator: "\n"), by: 6))
        sex:
          column: kon
          role: sex
          label: {sv: "Kön", en: "Sex"}
          values:
            - {code: women, values: [1], label: {sv: "Kvinnor", en: "Women"}}
            - {code: men, values: [2], label: {sv: "Män", en: "Men"}}
          missing: [9]  # annat eller inte uppgivet: för få för en egen grupp
        age:
          column: aldersgrupp
          role: age
          label: {sv: "Ålder", en: "Age"}
          values:
            - {code: 16-24, values: [1], label: {sv: "16–24 år", en: "16–24"}}
            - {code: 25-44, values: [2], label: {sv: "25–44 år", en: "25–44"}}
            - {code: 45-64, values: [3], label: {sv: "45–64 år", en: "45–64"}}
            - {code: 65-85, values: [4], label: {sv: "65–85 år", en: "65–85"}}
        background:
          column: fodd
          role: background
          label: {sv: "Bakgrund", en: "Background"}
          values:
            - {code: sweden, values: [1], label: {sv: "Födda i Sverige", en: "Born in Sweden"}}
            - {code: abroad, values: [2], label: {sv: "Födda utanför Sverige", en: "Born outside Sweden"}}

      """
  }

  var derived: String {
    let combined = questionnaire.combined.map { combined in
      let columns = combined.of.map(questionnaire.column(of:)).joined(separator: ", ")
      return """
          \(StudyFile.column(of: combined)):
            any: {columns: [\(columns)], values: [2, 3]}

        """
    }
    return """
      derived:
        aldersgrupp:
          cut: {column: alder, edges: [16, 25, 45, 65, 86]}
      \(combined.joined())
      """
  }

  /// The name of the derived column of a combined question.
  static func column(of combined: Questionnaire.Combined) -> String {
    "sammanvagd-" + combined.code
  }
}
