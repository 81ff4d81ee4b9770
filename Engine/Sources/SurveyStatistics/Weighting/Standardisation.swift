extension SurveyDesign {
  /// The same sample with the same composition in every domain: direct standardisation.
  ///
  ///     w' = w · N_d · c_g / Σ_{d,g} w,   share of a domain = Σ_g c_g · share in d and g
  ///
  /// with c scaled to a sum of 1, and N_d = Σw over the rows of domain d that are in a group.
  ///
  /// A share that is then estimated is what the domain would have if its groups were as large as
  /// in the standard: two areas can be compared although one is older. Its variance takes the
  /// composition as known.
  ///
  /// - Parameters:
  ///   - groups: the group of each row, such as its age; a row in none, or in no domain, weighs
  ///     nothing afterwards.
  ///   - shares: c, the size of each group in the standard, persons or shares.
  ///   - domains: where the composition is made the same; `nil` for the whole sample.
  ///   - ignoresEmptyCells: whether a group that a domain lacks is left out of its standard, as R
  ///     does with a warning.
  /// - Returns: the standardised design; every domain weighs N_d, or less by the groups that were
  ///   ignored.
  /// - Throws: ``CalibrationError/emptyCategory(margin:category:)``, which names the domain, counted
  ///   from 1, and the group that it lacks;
  ///   ``CalibrationError/rowCountMismatch(margin:expected:actual:)`` when a column is not as long
  ///   as the design, or there is not one share for each group.
  ///
  /// Source: Kitagawa, *Standardized comparisons in population research*, 1964; Korn and Graubard,
  /// *Analysis of Health Surveys*, 1999, chapter 3. R: `svystandardize(design, by, over, …)`.
  public func standardised(
    by groups: DomainColumn, to shares: [Double], within domains: DomainColumn? = nil,
    ignoresEmptyCells: Bool = false
  ) throws(CalibrationError) -> SurveyDesign {
    try check(groups, domains, shares)
    let domains = domains ?? .everyone(rowCount: rowCount)
    let width = groups.domainCount
    // Rows in no cell go to one of their own, at weight 0.
    let none = Int32(domains.domainCount * width)
    let cells = (0..<rowCount).map { row in
      let (domain, group) = (Int32(domains.codes[row]), Int32(groups.codes[row]))
      return domain == 0 || group == 0 ? none : (domain - 1) * Int32(width) + group - 1
    }
    let target = try targets(cells, shares, domains.domainCount, ignoresEmptyCells)
    var design = self
    design.weights = Self.scaled(weights, cells, to: target)
    design.adjustments.append(
      .groups(
        GroupMeans(
          groups: cells, groupCount: Int(none) + 1, weights: design.weights,
          meanWeights: weights)))
    if var replicates {
      replicates.weights = replicates.weights.map { Self.scaled($0, cells, to: target) }
      design.replicates = replicates
    }
    design.leftOut = cells.count { $0 == none }
    design.degreesOfFreedom =
      design.replicates?.degreesOfFreedom() ?? layout.degreesOfFreedom(weights: design.weights)
    return design
  }

  private func check(
    _ groups: DomainColumn, _ domains: DomainColumn?, _ shares: [Double]
  ) throws(CalibrationError) {
    for (name, count) in [("groups", groups.codes.count), ("domains", domains?.codes.count)] {
      if let count, count != rowCount {
        throw .rowCountMismatch(margin: name, expected: rowCount, actual: count)
      }
    }
    guard shares.count == groups.domainCount else {
      throw .rowCountMismatch(
        margin: "shares", expected: groups.domainCount, actual: shares.count)
    }
  }

  /// N_d · c_g of each cell; 0 in the one for rows in none.
  private func targets(
    _ cells: [Int32], _ shares: [Double], _ count: Int, _ ignoresEmptyCells: Bool
  ) throws(CalibrationError) -> [Double] {
    let whole = shares.reduce(0, +)
    let width = shares.count
    var sizes = [Double](repeating: 0, count: count * width + 1)
    for (row, cell) in cells.enumerated() { sizes[Int(cell)] += weights[row] }
    var targets = [Double](repeating: 0, count: sizes.count)
    for domain in 0..<count {
      let own = domain * width..<(domain + 1) * width
      let size = sizes[own].reduce(0, +)
      // A domain without anyone needs no standard.
      guard size > 0 else { continue }
      for (group, cell) in own.enumerated() {
        if sizes[cell] == 0, shares[group] > 0, !ignoresEmptyCells {
          throw .emptyCategory(margin: "domain \(domain + 1)", category: group + 1)
        }
        targets[cell] = size * shares[group] / whole
      }
    }
    return targets
  }

  private static func scaled(
    _ weights: [Double], _ cells: [Int32], to targets: [Double]
  ) -> [Double] {
    var sizes = [Double](repeating: 0, count: targets.count)
    for (row, cell) in cells.enumerated() { sizes[Int(cell)] += weights[row] }
    return zip(weights, cells).map { weight, cell in
      let size = sizes[Int(cell)]
      return size == 0 ? 0 : weight * (targets[Int(cell)] / size)
    }
  }
}
