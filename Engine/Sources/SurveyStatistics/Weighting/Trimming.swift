extension SurveyDesign {
  /// The same sample with no weight outside a range, what is cut off shared by the other rows.
  ///
  ///     w' = clamp(w, range),   others: w' = w + Σ(w − clamp(w))/m   over the m rows inside
  ///
  /// Trimming trades a little bias for less variance. The sum of the weights is kept, but not the
  /// totals that they were calibrated to. Rows of weight 0, such as those who did not answer,
  /// stay at 0. The variance takes the new weights as they are.
  ///
  /// - Parameters:
  ///   - range: the least and the largest weight allowed, persons.
  ///   - strictly: whether to go on until no weight that received a share lies outside; rows that
  ///     were cut once receive nothing more.
  /// - Returns: the trimmed design; the same when no weight lies outside. Replicate weights are
  ///   trimmed once, each by itself.
  ///
  /// Source: Potter, *A study of procedures to identify and trim extreme sampling weights*, 1990.
  /// R: `trimWeights(design, upper, lower, strict)`, which leaves the full weights of replicate
  /// designs as they were.
  public func trimmed(to range: ClosedRange<Double>, strictly: Bool = false) -> SurveyDesign {
    var design = self
    let rows = weights.indices
    var wasCut = [Bool](repeating: false, count: rowCount)
    repeat {
      // Who did not answer weighs nothing, whatever the range, and receives nothing.
      let isOutside = rows.map { weights[$0] != 0 && !range.contains(design.weights[$0]) }
      guard isOutside.contains(true) else { break }
      design.weights = trimmed(design.weights, to: range) {
        !isOutside[$0] && !wasCut[$0] && weights[$0] != 0
      }
      wasCut = zip(wasCut, isOutside).map { $0 || $1 }
    } while strictly && wasCut.contains(false)
    if var replicates {
      for (index, weights) in replicates.weights.enumerated() {
        replicates.weights[index] = trimmed(weights, to: range) {
          range.contains(weights[$0]) && self.weights[$0] != 0
        }
      }
      design.replicates = replicates
    }
    return design
  }

  private func trimmed(
    _ weights: [Double], to range: ClosedRange<Double>, receives: (Int) -> Bool
  ) -> [Double] {
    var result = weights.indices.map {
      self.weights[$0] == 0 ? 0 : min(max(weights[$0], range.lowerBound), range.upperBound)
    }
    let excess = zip(weights, result).reduce(0) { $0 + ($1.0 - $1.1) }
    let receivers = weights.indices.filter(receives)
    for row in receivers { result[row] += excess / Double(receivers.count) }
    return result
  }
}
