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
    return (comparison.ownValue.map { [LegendEntry(.area, $0.name(in: texts))] } ?? [])
      + (comparison.group.map { [LegendEntry(.group, texts.groupName($0.name))] } ?? [])
      + [LegendEntry(.place, texts("chart.legend.otherPlaces"))]
  }

  package func notes(in texts: Texts) -> [String] {
    let mean = comparison.groupMean.map { mean in
      texts(
        "chart.note.groupMean",
        [
          "group": texts.groupName(mean.name), "figure": string(mean.value, in: texts),
          "n": String(mean.count),
        ])
    }
    let missing =
      comparison.missing > 0 ? texts("chart.note.missingPlaces", count: comparison.missing) : nil
    return [standing(in: texts), mean, missing].compactMap(\.self) + heading.notes
  }

  /// Where the municipality stands, and how little that means; `nil` without its value.
  package func standing(in texts: Texts) -> String? {
    guard let own = comparison.ownValue else { return nil }
    switch comparison.standing {
    case .missing: return nil
    case .counted(let higher, let lower, let equal):
      return texts(
        "chart.standing.counted",
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
    func row(_ name: String, _ value: Double, _ place: PlaceValue?) -> FigureTable.Row {
      var cells = [string(value, in: texts)]
      if hasErrors { cells.append(place.flatMap { intervalWords($0, in: texts) } ?? "–") }
      if hasBases {
        cells.append(place?.base.map { texts.number(Double($0), decimals: 0) } ?? "–")
      }
      return FigureTable.Row(header: name, cells: cells)
    }
    let own = comparison.ownValue.map { [row($0.name(in: texts), $0.value, $0)] } ?? []
    let mean = comparison.groupMean.map { mean in
      [
        row(
          texts("chart.groupMean", ["group": texts.groupName(mean.name)]), mean.value, nil)
      ]
    }
    let country = comparison.country.map { [row($0.name(in: texts), $0.value, $0)] }
    let others = comparison.values.filter { $0.place != comparison.own }
    return FigureTable(
      caption: heading.title,
      columns: [texts("chart.column.place"), texts("chart.column.figure")]
        + (hasErrors ? [texts("chart.column.interval")] : [])
        + (hasBases ? [texts("chart.column.base")] : []),
      rows: own + (mean ?? []) + (country ?? [])
        + others.map { row($0.name(in: texts), $0.value, $0) })
  }

  private func intervalWords(_ value: PlaceValue, in texts: Texts) -> String? {
    guard let error = value.standardError else { return nil }
    let limits = unit == .proportion ? 0...1 : unit.limits
    let margin = 1.959963984540054 * error
    let lower = max(value.value - margin, limits.lowerBound)
    let upper = min(value.value + margin, limits.upperBound)
    let scale: Double = unit == .proportion ? 100 : 1
    return texts(
      "chart.interval",
      [
        "lower": texts.number(lower * scale, decimals: decimals),
        "upper": string(upper, in: texts),
      ])
  }
}
