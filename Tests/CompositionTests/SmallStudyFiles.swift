import Foundation

/// A study with its data in a directory of its own, small enough to change line by line.
struct SmallStudyFiles: ~Copyable {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("trygghet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  var dataDirectory: String { directory.appendingPathComponent("data").path }

  /// Writes one wave, in which so many of sixty women and sixty men feel unsafe.
  func write(
    yes: (women: Int, men: Int), wave: Int, extraRow: String? = nil
  ) throws -> String {
    var lines = ["sex,unsafe,weight"]
    for row in 0..<60 { lines.append("1,\(row < yes.women ? 1 : 2),1.5") }
    for row in 0..<60 { lines.append("2,\(row < yes.men ? 1 : 2),2.5") }
    if let extraRow { lines.append(extraRow) }
    try write(lines.joined(separator: "\n") + "\n", to: "answers-\(wave).csv")
    let study = directory.appendingPathComponent("study-\(wave).yaml")
    try Self.study.replacingOccurrences(of: "2021", with: "\(wave)")
      .write(to: study, atomically: true, encoding: .utf8)
    return study.path
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(
      to: directory.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  private static let study = """
    study: small-2021
    series: small
    wave: 2021
    title: {sv: Liten mätning, en: Small survey}
    population: {sv: Alla, en: Everyone}
    example: true
    data: {file: answers-2021.csv}
    design: {weight: weight}
    topics:
      insecurity: {sv: Otrygghet, en: Insecurity}
    dimensions:
      sex:
        column: sex
        role: sex
        label: {sv: Kön, en: Sex}
        values:
          - {code: women, values: [1], label: {sv: Kvinnor, en: Women}}
          - {code: men, values: [2], label: {sv: Män, en: Men}}
    items:
      unsafe:
        column: unsafe
        question: {sv: Är du otrygg?, en: Do you feel unsafe?}
        label: {sv: Otrygghet, en: Insecurity}
        topic: insecurity
        direction: lower-is-better
        categories:
          - {code: "yes", values: [1], label: {sv: Ja, en: "Yes"}}
          - {code: "no", values: [2], label: {sv: Nej, en: "No"}}
        headline: {categories: ["yes"], label: {sv: Känner sig otrygga, en: Feel unsafe}}
    publish:
      highlights: [unsafe]
      breakdowns: [[sex]]
    """
}
