/// Words in names and labels that tell what a variable or a value is, in Swedish and English.
enum DraftWords {
  static let weight = ["weight", "vikt", "wgt", "wt", "pw", "kalvikt"]
  static let identifier = [
    "id", "lopnr", "löpnr", "löpnummer", "respondent", "respid", "caseid", "rowlabel",
    "identifier", "uuid", "svarsid",
  ]
  static let stratum = ["stratum", "strata", "strat", "stype"]
  static let primaryUnit = ["psu", "cluster", "kluster"]
  static let populationSize = ["nh", "popsize", "fpc", "stratumsize", "populationsize", "bignh"]
  static let sex = ["kön", "kon", "sex", "gender", "kjønn"]
  static let age = ["ålder", "alder", "age", "åldersgrupp", "agegroup", "aldersgrupp"]
  static let area = [
    "område", "omrade", "area", "stadsdel", "deso", "regso", "distrikt", "district", "region",
    "kommundel", "rural", "urban", "lokalpolisområde",
  ]
  static let background = [
    "född", "fodd", "födelseland", "fodelseland", "birth", "born", "ethnic", "ethgrp",
    "ethnicity", "background", "bakgrund", "härkomst", "origin",
  ]

  /// What a label says when the value is no answer.
  private static let noAnswer = [
    "vet ej", "vet inte", "don't know", "dont know", "do not know", "refused", "refusal",
    "vill ej svara", "vill inte svara", "vill inte uppge", "vill ej uppge", "prefer not to say",
    "ej svar", "inget svar", "svar saknas", "no answer", "uppgift saknas", "ingen uppgift",
    "not applicable", "ej aktuell", "ej aktuellt", "ej tillämpligt", "ej tillämplig", "not asked",
    "ej ställd", "bortfall", "missing", "not coded", "na", "n/a", "ej relevant", "dk",
    "item not applicable",
  ]

  static func isNoAnswer(_ label: String) -> Bool {
    let letters = label.lowercased().replacing("’", with: "'")
    let word = letters.trimmed { !($0.isLetter || $0.isNumber) }
    return noAnswer.contains(word)
  }

  /// How well a variable fits the words: by its whole name, by the beginning or end of the name,
  /// or by a word of its label.
  static func score(_ variable: DraftVariable, _ words: [String]) -> Int {
    let name = variable.name.lowercased()
    let parts = Self.parts(of: name)
    if words.contains(name) || words.contains(parts.joined()) { return 4 }
    if parts.contains(where: words.contains) { return 3 }
    let long = words.filter { $0.count >= 5 || ["wt", "wgt", "vikt"].contains($0) }
    if long.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) }) { return 2 }
    let label = Self.parts(of: variable.label.lowercased())
    return label.contains { words.contains($0) && $0.count > 2 } ? 1 : 0
  }

  private static func parts(of text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

extension String {
  fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isOuter($0) }),
      let last = lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(self[first...last])
  }
}
