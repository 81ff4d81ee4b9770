import Texts

/// Where the rows of a chart by domain stand.
///
/// Wide: labels in a column before the plot, values in one after it. Narrow: the label and the
/// value stand on a line above the row's marks, which then have the whole width.
struct RowLayout {
  struct Row {
    let lines: [String]
    /// The first baseline.
    let labelTop: Double
    /// The middle of the marks.
    let center: Double
    let valueBaseline: Double
  }
  let rows: [Row]
  /// From where to where marks may stand.
  let plot: ClosedRange<Double>
  let labelX: Double
  let labelAnchor: Canvas.Anchor
  let valueX: Double
  let top: Double
  let bottom: Double

  /// The rows beneath each other: `values` are written at their ends and may be empty; `height` is
  /// the room for a row's marks, `top` that above the first row.
  init(labels: [String], values: [String], height: Double, top: Double, canvas: Canvas) {
    let size = canvas.textSize
    let valueWidth = values.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
    let labelWidth: Double
    if canvas.isNarrow {
      labelWidth = canvas.units - (valueWidth > 0 ? valueWidth + 12 : 0)
      plot = 14...(canvas.units - 14)
      labelX = 0
    } else {
      let longest = labels.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
      labelWidth = min(longest, canvas.units * 0.36)
      plot = (labelWidth + 22)...(canvas.units - (valueWidth > 0 ? valueWidth + 22 : 16))
      labelX = labelWidth
    }
    labelAnchor = canvas.isNarrow ? .start : .end
    valueX = canvas.units
    self.top = top
    var y = top
    rows = labels.map { label in
      let lines = TextMeasure.wrapped(label, width: labelWidth, size: size, maxLines: 3)
      let textHeight = Double(max(lines.count, 1)) * size * 1.2
      defer { y += canvas.isNarrow ? textHeight + height + 4 : max(textHeight + 8, height) }
      if canvas.isNarrow {
        return Row(
          lines: lines, labelTop: y + size, center: y + textHeight + height / 2,
          valueBaseline: y + size)
      }
      let center = y + max(textHeight + 8, height) / 2
      return Row(
        lines: lines, labelTop: center - textHeight / 2 + size * 0.95, center: center,
        valueBaseline: center + size * 0.36)
    }
    bottom = y
  }

  /// Writes the labels and values.
  func drawWords(values: [String], on canvas: inout Canvas) {
    for row in rows {
      canvas.lines(row.lines, "c-halo", at: (labelX, row.labelTop), anchor: labelAnchor)
    }
    for (row, value) in zip(rows, values) where !value.isEmpty {
      canvas.words(value, "c-value c-halo", at: (valueX, row.valueBaseline), anchor: .end)
    }
  }

  /// Draws the axis with its ticks beneath the rows, and gives the canvas its height.
  func drawAxis(_ scale: LinearScale, unit: FigureUnit, on canvas: inout Canvas, in texts: Texts) {
    let size = canvas.textSize - 1
    for tick in scale.ticks {
      canvas.line("c-axis", from: (scale(tick), top), to: (scale(tick), bottom))
      let words = unit.tick(tick, step: scale.step, in: texts)
      let half = TextMeasure.width(of: words, size: size) / 2
      canvas.words(
        words, "c-tick", at: (min(scale(tick), canvas.units - half), bottom + size + 6),
        anchor: .middle, size: size)
    }
    canvas.height = bottom + size + 14
  }

  /// Draws a line for everyone at `x`, with what it stands for above the rows.
  ///
  /// Labels stand across a narrow plot, so there it is drawn beside the marks of `besideRows` only.
  func drawReference(
    at x: Double, words: String, besideRows: [Bool], on canvas: inout Canvas
  ) {
    if canvas.isNarrow {
      for (row, _) in zip(rows, besideRows).filter(\.1) {
        canvas.line("c-reference", from: (x, row.center - 11), to: (x, row.center + 11))
      }
    } else {
      canvas.line("c-reference", from: (x, top - 6), to: (x, bottom))
    }
    let half = TextMeasure.width(of: words, size: canvas.textSize - 1) / 2
    let inside = min(max(x, half), canvas.units - half)
    canvas.words(
      words, "c-soft", at: (inside, canvas.textSize), anchor: .middle, size: canvas.textSize - 1)
  }
}

extension Canvas {
  /// A dot for a value with its interval as a line, along a horizontal scale.
  mutating func intervalDot(
    _ style: String, _ value: Double, _ interval: ClosedRange<Double>?, on scale: LinearScale,
    y: Double
  ) {
    if let interval {
      line(
        "\(style)-line", from: (scale(interval.lowerBound), y), to: (scale(interval.upperBound), y))
    }
    circle(style, (scale(value), y), radius: 6)
  }
}
