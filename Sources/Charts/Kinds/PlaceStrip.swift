import Markup
package import SafetyModel
package import Texts

/// The municipality among all others as a strip of dots, with its group and the country.
///
/// Every dot tells its name to the pointer; the municipality, its group and both ends tell it to
/// the keyboard too. A rank is told in words only, together with how little it means.
package struct PlaceStrip: Chart {
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var decimals: Int
  package var comparison: PlaceComparison

  package init(
    heading: ChartHeading, unit: FigureUnit, decimals: Int, comparison: PlaceComparison
  ) {
    self.heading = heading
    self.unit = unit
    self.decimals = decimals
    self.comparison = comparison
  }

  package var widths: [ChartWidth] { [.narrow, .wide, .broad] }
  package var hasLinks: Bool { !comparison.values.isEmpty }

  func string(_ value: Double, in texts: Texts) -> String {
    unit.string(value, decimals: decimals, in: texts)
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    guard let drawing = PlaceStripDrawing(self, canvas: canvas, texts: texts) else {
      canvas.add(
        element("g", .aria("hidden", "true")) {
          var part = Canvas(id: canvas.id, width: canvas.width)
          part.words(
            texts("chart.nothingShown"), "c-hidden-words", at: (0, canvas.textSize * 1.5))
          return part.content
        })
      canvas.height = canvas.textSize * 2
      return
    }
    drawing.draw(on: &canvas)
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    guard !comparison.values.isEmpty else { return [] }
    var entries = comparison.ownValue.map { [LegendEntry(.area, $0.name(in: texts))] } ?? []
    if let group = comparison.group {
      entries.append(LegendEntry(.group, texts.groupName(group.name)))
    }
    if let mean = comparison.groupMean {
      entries.append(LegendEntry(.groupMean, name(mean, texts)))
    }
    if let country = comparison.country {
      entries.append(LegendEntry(.countryMark, country.name(in: texts)))
    }
    return entries + [LegendEntry(.place, texts("chart.legend.otherPlaces"))]
  }

  package func notes(in texts: Texts) -> [String] {
    let missing =
      comparison.missing > 0 ? texts("chart.note.missingPlaces", count: comparison.missing) : nil
    return [standing(in: texts), country(in: texts), inGroup(in: texts), mean(in: texts), missing]
      .compactMap(\.self) + heading.notes
  }

  private func name(_ mean: GroupMean, _ texts: Texts) -> String {
    texts("chart.groupMean", ["group": texts.groupName(mean.name)])
  }

  /// What the group's mean is, of how many, and whether it is weighted.
  private func mean(in texts: Texts) -> String? {
    guard let mean = comparison.groupMean else { return nil }
    var facts = [
      "group": texts.groupName(mean.name), "figure": string(mean.value, in: texts),
      "n": String(mean.count),
    ]
    facts["weight"] = mean.weightedBy?.text(in: texts.language)
    let words = texts(
      mean.weightedBy == nil ? "chart.note.groupMean" : "chart.note.weightedMean", facts)
    guard mean.leftOut > 0 else { return words }
    return words + " " + texts("chart.note.leftOut", count: mean.leftOut)
  }

  /// The municipality against the country as a whole.
  private func country(in texts: Texts) -> String? {
    guard let own = comparison.ownValue, let country = comparison.country,
      let standing = comparison.againstCountry
    else { return nil }
    return texts(
      "chart.country.\(standing.rawValue)",
      [
        "place": own.name(in: texts), "country": country.name(in: texts),
        "figure": string(country.value, in: texts),
      ])
  }

  /// Where the municipality stands in its group.
  private func inGroup(in texts: Texts) -> String? {
    guard let group = comparison.group, let within = comparison.withinGroup,
      within.values.count > 1, let sentence = standing(of: within, "chart.standing.counts", texts)
    else { return nil }
    return texts(
      "chart.note.inGroup", ["group": texts.groupName(group.name), "sentence": sentence])
  }

  /// Where the municipality stands, and how little that means; `nil` without its value.
  package func standing(in texts: Texts) -> String? {
    standing(of: comparison, "chart.standing.counted", texts)
  }

  private func standing(of comparison: PlaceComparison, _ counted: String, _ texts: Texts)
    -> String?
  {
    guard let own = comparison.ownValue else { return nil }
    switch comparison.standing {
    case .missing: return nil
    case .counted(let higher, let lower, let equal):
      return texts(
        counted,
        [
          "higher": String(higher), "lower": String(lower), "equal": String(equal),
          "place": own.name(in: texts),
        ])
    case .ranked(let rank):
      return texts(
        "chart.standing.ranked",
        [
          "position": String(rank.position), "count": String(rank.count),
          "alike": String(rank.alike), "place": own.name(in: texts),
        ])
    }
  }

  package func table(in texts: Texts) -> FigureTable {
    let hasErrors = comparison.values.contains { $0.standardError != nil }
    let hasBases = comparison.values.contains { $0.base != nil }
    func row(_ name: String, _ value: Double, _ error: Double?, _ place: PlaceValue?)
      -> FigureTable.Row
    {
      var cells = [string(value, in: texts)]
      if hasErrors { cells.append(intervalWords(value, error, in: texts) ?? "–") }
      if comparison.group != nil {
        let isMember = place.map { comparison.isInGroup($0.place) } ?? false
        cells.append(isMember ? texts("chart.inGroup.yes") : "–")
      }
      if hasBases {
        cells.append(place?.base.map { texts.number(Double($0), decimals: 0) } ?? "–")
      }
      return FigureTable.Row(header: name, cells: cells)
    }
    func row(_ value: PlaceValue) -> FigureTable.Row {
      row(value.name(in: texts), value.value, value.standardError, value)
    }
    let own = comparison.ownValue.map(row)
    let mean = comparison.groupMean.map { row(name($0, texts), $0.value, $0.standardError, nil) }
    let country = comparison.country.map(row)
    let others = comparison.values.filter { $0.place != comparison.own }
    return FigureTable(
      caption: heading.title,
      columns: [texts("chart.column.place"), texts("chart.column.figure")]
        + (hasErrors ? [texts("chart.column.interval")] : [])
        + (comparison.group == nil ? [] : [texts("chart.column.inGroup")])
        + (hasBases ? [texts("chart.column.base")] : []),
      rows: [own, mean, country].compactMap(\.self) + others.map(row))
  }

  private func intervalWords(_ value: Double, _ error: Double?, in texts: Texts) -> String? {
    guard let error else { return nil }
    let limits = unit == .proportion ? 0...1 : unit.limits
    let margin = 1.959963984540054 * error
    let lower = max(value - margin, limits.lowerBound)
    let upper = min(value + margin, limits.upperBound)
    let scale: Double = unit == .proportion ? 100 : 1
    return texts(
      "chart.interval",
      [
        "lower": texts.number(lower * scale, decimals: decimals),
        "upper": string(upper, in: texts),
      ])
  }
}
