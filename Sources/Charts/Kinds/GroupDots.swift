package import SafetyModel
package import Texts

/// An indicator's newest value for each of several groups with its interval, and everyone as a line.
///
/// A filled dot certainly differs: from everyone where that is told, else from another group.
package struct GroupDots: Chart {
  package struct Row: Sendable {
    package var label: String
    /// `nil` when nothing is shown of the group.
    package var newest: IndicatorPoint?
    /// The distance to everyone, where that is told.
    package var gap: GapPoint?
    /// The groups that it certainly differs from; `nil` when it was compared with none.
    package var unlike: [String]?
    /// How the distance to everyone has developed, in words.
    package var development: String?
    package init(
      label: String, newest: IndicatorPoint?, gap: GapPoint? = nil, unlike: [String]? = nil,
      development: String? = nil
    ) {
      self.label = label
      self.newest = newest
      self.gap = gap
      self.unlike = unlike
      self.development = development
    }

    /// Whether the group certainly differs; `nil` when it was compared with nobody.
    var isCertain: Bool? { gap?.isCertain ?? unlike.map { !$0.isEmpty } }
  }
  package var heading: ChartHeading
  package var unit: FigureUnit
  package var decimals: Int
  package var rows: [Row]
  package var everyone: IndicatorPoint?

  package init(
    heading: ChartHeading, unit: FigureUnit, decimals: Int, rows: [Row],
    everyone: IndicatorPoint? = nil
  ) {
    self.heading = heading
    self.unit = unit
    self.decimals = decimals
    self.rows = rows
    self.everyone = everyone
  }

  package func draw(on canvas: inout Canvas, in texts: Texts) {
    let values = rows.map { words($0.newest, in: texts) }
    let layout = RowLayout(
      labels: rows.map(\.label), values: values, height: canvas.isNarrow ? 24 : 32,
      top: everyone == nil ? 6 : canvas.textSize + 12, canvas: canvas)
    let scale = scale(on: layout)
    layout.drawAxis(scale, unit: unit, on: &canvas, in: texts)
    if let everyone {
      layout.drawReference(
        at: scale(everyone.value),
        words: texts("chart.municipalityFigure", ["figure": words(everyone, in: texts)]),
        besideRows: rows.map { $0.newest != nil }, on: &canvas)
    }
    layout.drawWords(values: values, on: &canvas)
    for (row, place) in zip(rows, layout.rows) {
      guard let newest = row.newest else { continue }
      canvas.intervalDot(
        row.isCertain == true ? "c-area" : "c-uncertain", newest.value, newest.interval,
        on: scale, y: place.center)
    }
  }

  private func scale(on layout: RowLayout) -> LinearScale {
    let ends = (rows.map(\.newest) + [everyone]).compactMap(\.self).flatMap {
      [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self)
    }.filter(\.isFinite)
    return LinearScale(
      holding: min(0, ends.min() ?? 0)...max(0, ends.max() ?? 1), limits: unit.limits, count: 4,
      places: (layout.plot.lowerBound, layout.plot.upperBound))
  }

  package func legend(in texts: Texts) -> [LegendEntry] {
    let answers = rows.compactMap(\.isCertain)
    return
      (answers.contains(true)
      ? [LegendEntry(.area, texts("chart.legend.certainDifference"))] : [])
      + (answers.contains(false)
        ? [LegendEntry(.uncertain, texts("chart.legend.notCertain"))] : [])
  }

  /// Whether the groups are compared with everyone, not with each other.
  private var isAgainstEveryone: Bool { rows.contains { $0.gap != nil } }

  package func notes(in texts: Texts) -> [String] {
    let hasIntervals = rows.contains { $0.newest?.interval != nil }
    let isCompared = rows.contains { $0.isCertain != nil }
    return (hasIntervals ? [texts("chart.note.dots")] : [])
      + (isCompared
        ? [texts(isAgainstEveryone ? "chart.note.unlikeEveryone" : "chart.note.unlikeOthers")] : [])
      + heading.notes
  }

  package func table(in texts: Texts) -> FigureTable {
    let all = everyone.map { [Row(label: texts("chart.everyone"), newest: $0)] } ?? []
    let compared = isAgainstEveryone ? ["againstEveryone", "development"] : ["unlike"]
    return FigureTable(
      caption: heading.title,
      columns: (["group", "figure", "interval"] + compared).map { texts("chart.column.\($0)") },
      rows: (rows + all).map { row in
        FigureTable.Row(
          header: row.label,
          cells: [words(row.newest, in: texts), intervalWords(row.newest, in: texts)]
            + (isAgainstEveryone
              ? [gapWords(row.gap, in: texts), row.development ?? "–"]
              : [unlikeWords(row.unlike, in: texts)]))
      })
  }

  private func unlikeWords(_ groups: [String]?, in texts: Texts) -> String {
    guard let groups else { return "–" }
    return groups.isEmpty ? texts("chart.unlikeNone") : texts.list(groups)
  }

  private func words(_ point: IndicatorPoint?, in texts: Texts) -> String {
    point.map { unit.string($0.value, decimals: decimals, in: texts) } ?? "–"
  }

  private func intervalWords(_ point: IndicatorPoint?, in texts: Texts) -> String {
    guard let interval = point?.interval else { return "–" }
    let scaled = unit == .proportion ? interval.lowerBound * 100 : interval.lowerBound
    return texts(
      "chart.interval",
      [
        "lower": texts.number(scaled, decimals: decimals),
        "upper": unit.string(interval.upperBound, decimals: decimals, in: texts),
      ])
  }

  private func gapWords(_ gap: GapPoint?, in texts: Texts) -> String {
    guard let gap else { return "–" }
    let certainty = texts(gap.isCertain ? "chart.certain" : "chart.notCertain")
    return unit.signed(gap.difference, decimals: decimals, in: texts) + ", " + certainty
  }
}

extension GroupDots {
  package static let examples: [ChartExample] = [
    ChartExample(
      "areas",
      GroupDots(
        heading: ChartHeading(id: "groups-areas", title: "Område"), unit: .proportion,
        decimals: 1,
        rows: [
          row("Kvarnstaden", 0.34, 0.015, gap: 0.08), row("Klockarängen", 0.45, 0.02, gap: 0.19),
          row("Södervång", 0.264, 0.015, gap: 0.001), row("Sandhamra", nil, nil, gap: nil),
        ], everyone: point(0.263, 0.007))),
    ChartExample(
      "below-zero",
      GroupDots(
        heading: ChartHeading(id: "groups-index", title: "Ålder"),
        unit: .observation(decimals: 1, unit: "indexpoäng"), decimals: 1,
        rows: [
          row("16–24 år", -1.5, 0.4, gap: nil, unlike: ["45–64 år", "65–85 år"]),
          row("25–44 år", 0.1, 0.4, gap: nil, unlike: []),
          row("45–64 år", 0.6, 0.3, gap: nil, unlike: ["16–24 år"]),
          row("65–85 år", 0.9, nil, gap: nil, unlike: ["16–24 år"]),
        ])),
    ChartExample(
      "nothing",
      GroupDots(
        heading: ChartHeading(id: "groups-nothing", title: "Bakgrund"), unit: .proportion,
        decimals: 0, rows: [])),
  ]

  private static func point(_ value: Double, _ standardError: Double?) -> IndicatorPoint {
    IndicatorPoint(
      StatedValue(period: .year(2025), value: value, standardError: standardError),
      counted: false)
  }

  private static func row(
    _ label: String, _ value: Double?, _ standardError: Double?, gap: Double?,
    unlike: [String]? = nil
  ) -> Row {
    Row(
      label: label, newest: value.map { point($0, standardError) },
      gap: gap.map { gap in
        let margin = 1.96 * (standardError ?? 0)
        return GapPoint(
          period: .year(2025), difference: gap,
          certainty: .sampled(
            standardError: standardError ?? 0, lower: gap - margin, upper: gap + margin,
            isCertain: gap.magnitude > margin))
      }, unlike: unlike,
      development: gap == nil ? nil : "ingen säker ändring sedan 2021")
  }
}
