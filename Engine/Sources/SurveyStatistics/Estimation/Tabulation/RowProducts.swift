/// Sums of what a calibration measures and takes out of rows, for some items of all breakdowns.
///
///     Σ f·w·l   and   Σ k₁·d·w·l,   l = (y − p)/W of a domain
///
/// with f and d of a row as ``LinearAdjustment`` has them. Sums of w·f and k₁·w·d by category are
/// taken cell by cell and go from there into the domains, so that a row is read once.
struct RowProducts {
  private let calibration: RowCalibration
  private let items: Range<Int>
  private let slots: SlotLayout
  /// Numbers that are summed: those of f, then of elements those of k₁·d.
  private let width: Int
  /// For each breakdown, domain by domain: figure by figure the sums of all numbers.
  private let domains: [NumberTable]

  /// - Parameters:
  ///   - calibration: what is measured and taken out of each row.
  ///   - items: the items that are summed.
  ///   - slots: where their figures stand.
  ///   - frames: the breakdowns.
  ///   - strata: k₁ of elements; `nil` of primary units, which are summed elsewhere.
  init(
    _ calibration: RowCalibration, items: Range<Int>, slots: SlotLayout,
    frames: [BreakdownFrame], strata: StratumFactors?
  ) {
    (self.calibration, self.items, self.slots) = (calibration, items, slots)
    let columns = calibration.adjustment.columnCount
    let width = strata == nil ? columns : 2 * columns
    self.width = width
    domains = frames.map {
      NumberTable(rows: $0.segments.domainCount, width: slots.figureCount * width)
    }
    let cell = NumberTable(rows: 1, width: slots.slotCount * width)
    let rows = calibration.rows
    for place in 0..<rows.cells.numbering.count {
      let factor = strata.map { $0.ofSquares[rows.cells.numbering.strata[place]] }
      sum(place, factor, to: cell)
      for (frame, domains) in zip(frames, domains) {
        let segment = frame.segments.segmentOfCell[place]
        guard segment >= 0 else { continue }
        merge(cell, into: domains[frame.segments.domains[segment]])
      }
    }
  }

  /// The sums of one cell.
  private func sum(_ cell: Int, _ factor: Double?, to target: NumberTable) {
    for number in 0..<target.width { target[0][number] = 0 }
    let rows = calibration.rows
    let places = rows.order.places[rows.order.range(of: cell)]
    let codes = rows.codes(of: Array(places), items: items)
    var numbers = [Double](repeating: 0, count: width)
    for (place, row) in places.lazy.map(Int.init).enumerated() {
      let weight = rows.design.weights[row]
      let adjustment = calibration.adjustment
      for (number, f) in adjustment.measures(row).enumerated() { numbers[number] = weight * f }
      if let factor {
        for (number, d) in adjustment.explained(row).enumerated() {
          numbers[adjustment.columnCount + number] = factor * weight * d
        }
      }
      TallyKernel.addRow(codes, from: place * items.count, numbers, slots, to: target[0])
    }
  }

  /// Adds a cell's sums to a domain's, without those of missing answers.
  private func merge(_ cell: NumberTable, into domain: UnsafeMutablePointer<Double>) {
    for item in 0..<slots.itemCount {
      let figures = slots.figures(of: item)
      TallyKernel.add(
        cell[0] + (Int(slots.firstSlots[item]) + 1) * width,
        to: domain + figures.lowerBound * width, count: figures.count * width)
    }
  }

  /// Adds the sums of linearised values to what calibration takes out of one breakdown.
  func add(to calibrated: CalibratedFigures, breakdown: Int) {
    let columns = calibration.adjustment.columnCount
    var whole = [Double](repeating: 0, count: width)
    for domain in 0..<domains[breakdown].rowCount {
      let sums = domains[breakdown][domain]
      let shares = calibrated.figures.shares(of: domain)
      for item in 0..<slots.itemCount {
        let figures = slots.figures(of: item)
        for number in 0..<width {
          whole[number] = figures.reduce(0) { $0 + sums[$1 * width + number] }
        }
        for figure in figures {
          let (p, inverse) = (shares.proportions[figure], shares.inverses[figure])
          for number in 0..<width {
            let sum = (sums[figure * width + number] - p * whole[number]) * inverse
            let target =
              number < columns
              ? calibrated.totals(domain: domain, variable: number)
              : calibrated.products(domain: domain, variable: number - columns)
            target[figure] += sum
          }
        }
      }
    }
  }
}
