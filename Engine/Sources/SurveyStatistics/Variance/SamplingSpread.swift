/// How a group of estimates varies from sample to sample, in the form that their design needs.
enum SamplingSpread: Sendable {
  /// Unit totals of the linearised values, for each stage of the sample.
  case linearised([UnitTotals])
  /// For each estimate its scaled deviation in each replicate.
  case replicated([[Double]])

  /// The degrees of freedom of the units that the group touches; `nil` for replicates.
  var ownDegreesOfFreedom: Int? {
    if case .linearised(let stages) = self { stages.first?.degreesOfFreedom } else { nil }
  }
}

extension SurveyDesign {
  /// The covariance of estimate i of one group with estimate j of another.
  func covariance(_ a: SamplingSpread, _ i: Int, _ b: SamplingSpread, _ j: Int) -> Double {
    switch (a, b) {
    case (.linearised(let a), .linearised(let b)):
      var sum = 0.0
      for (stage, layout) in stages.enumerated() {
        let covariance = LinearisedCovariance(
          layout: layout, lonelyUnits: lonelyUnits,
          includesLonelyInDomains: includesLonelyInDomains)
        sum += covariance(a[stage], i, b[stage], j)
      }
      return sum
    case (.replicated(let a), .replicated(let b)):
      return zip(a[i], b[j]).reduce(0) { $0 + $1.0 * $1.1 }
    default:
      return .nan
    }
  }

  /// The spread of totals of linearised values.
  ///
  /// - Parameters:
  ///   - columns: for each estimate w·(linearised value) of every row, 0 outside the domain.
  ///   - present: the rows of the domain; `nil` for all.
  /// - Returns: their unit totals at every stage, after calibration has been taken account of.
  func spread(of columns: [[Double]], present: [Bool]?) -> SamplingSpread {
    let columns = adjustments.isEmpty ? columns : columns.map(residual)
    // Calibration ties every row to every domain, so that all rows are touched.
    let present = adjustments.isEmpty ? present : nil
    return .linearised(
      stages.map { layout in
        var totals = UnitTotals(width: columns.count)
        for place in 0..<rowCount {
          let row = Int(layout.rowsByUnit?[place] ?? Int32(place))
          if let present, !present[row] { continue }
          let offset = totals.open(unit: layout.unitOfRow[row])
          for statistic in columns.indices {
            totals.add(columns[statistic][row], at: offset + statistic)
          }
        }
        totals.close(layout: layout)
        return totals
      })
  }

  /// What the adjustments of the weights leave of w·(linearised value).
  ///
  /// Calibration first, in R's order; then the adjustment for non-response that came before it,
  /// since its weights are those that were calibrated.
  func residual(of influence: [Double]) -> [Double] {
    adjustmentsInOrder.reduce(influence) { $1.residual($0) }
  }

  /// The adjustments of the weights in the order in which their residuals are taken.
  var adjustmentsInOrder: [WeightAdjustment] {
    adjustments.filter { !$0.isForResponse } + adjustments.filter(\.isForResponse).reversed()
  }
}
