/// How the proportions of an item's categories vary from sample to sample, in each domain.
struct CategorySampling {
  let design: SurveyDesign
  let item: CodedColumn
  let domains: DomainColumn
  /// The categories that each statistic is the sum of.
  let members: [[Int]]

  /// The answers of each domain, by the design's own weights.
  let tallies: [CategoryTally]

  init(design: SurveyDesign, item: CodedColumn, domains: DomainColumn, members: [[Int]]) {
    (self.design, self.item, self.domains) = (design, item, domains)
    self.members = members
    tallies = Self.tallies(item, domains, design: design, weights: design.weights)
  }

  /// The spread of the statistics in each domain.
  var spreads: [SamplingSpread] {
    if let replicates = design.replicates { return replicated(replicates) }
    let rows = design.rows(in: domains)
    return tallies.indices.map { domain in
      design.isPlain
        ? .linearised([unitTotals(rows: rows[domain], tally: tallies[domain])])
        : spread(rows: rows[domain], tally: tallies[domain])
    }
  }

  private static func tallies(
    _ item: CodedColumn, _ domains: DomainColumn, design: SurveyDesign, weights: [Double]
  ) -> [CategoryTally] {
    var tallies = [CategoryTally](
      repeating: CategoryTally(categoryCount: item.categoryCount), count: domains.domainCount)
    for row in weights.indices {
      let (domain, category) = (Int(domains.codes[row]), Int(item.codes[row]))
      guard domain > 0, category > 0, weights[row] != 0 else { continue }
      tallies[domain - 1].add(
        weights[row], category - 1, correction: design.populationCorrection(row))
    }
    return tallies
  }

  private func replicated(_ replicates: ReplicateWeights) -> [SamplingSpread] {
    let full = tallies
    let made = replicates.weights.map {
      Self.tallies(item, domains, design: design, weights: $0)
    }
    return full.indices.map { domain in
      .replicated(
        members.map { categories in
          replicates.deviations(
            of: made.map { $0[domain].proportion(of: categories) },
            estimate: full[domain].proportion(of: categories))
        })
    }
  }

  /// Whether a category counts in a statistic: 1 or 0, for every category all statistics.
  private var indicators: [Double] {
    var indicators = [Double](repeating: 0, count: members.count * item.categoryCount)
    for (statistic, categories) in members.enumerated() {
      for category in categories { indicators[category * members.count + statistic] = 1 }
    }
    return indicators
  }

  /// Σ w·(y − p)/W in each primary unit, for every statistic.
  private func unitTotals(rows: [Int32], tally: CategoryTally) -> UnitTotals {
    var totals = UnitTotals(width: members.count)
    forEachAnswer(rows, tally: tally) { row, values in
      let offset = totals.open(unit: design.layout.unitOfRow[row])
      for statistic in values.indices { totals.add(values[statistic], at: offset + statistic) }
    }
    totals.close(layout: design.layout)
    return totals
  }

  /// The same, for designs whose variance needs the value of every row.
  private func spread(rows: [Int32], tally: CategoryTally) -> SamplingSpread {
    var columns = members.map { _ in [Double](repeating: 0, count: design.rowCount) }
    var present = [Bool](repeating: false, count: design.rowCount)
    forEachAnswer(rows, tally: tally) { row, values in
      present[row] = true
      for statistic in values.indices { columns[statistic][row] = values[statistic] }
    }
    return design.spread(of: columns, present: present)
  }

  private func forEachAnswer(
    _ rows: [Int32], tally: CategoryTally, _ body: (Int, [Double]) -> Void
  ) {
    let (indicators, proportions) = (indicators, members.map(tally.proportion))
    let weight = tally.weight
    var values = proportions
    for row in rows {
      let (row, category) = (Int(row), Int(item.codes[Int(row)]))
      guard category > 0, design.weights[row] != 0 else { continue }
      let share = design.weights[row] / weight
      let first = (category - 1) * members.count
      for statistic in values.indices {
        values[statistic] = share * (indicators[first + statistic] - proportions[statistic])
      }
      body(row, values)
    }
  }
}
