import SurveyStatistics

extension EstimateChoices {
  /// Differences that are one family, each with the p of itself and of the family.
  func pairs(
    _ differences: [Difference], kind: AnalystReport.Pair.Kind = .difference,
    between keys: [([String], [String])], statistic: String
  ) -> [AnalystReport.Pair] {
    let differences = differences.map(counted)
    let family = TestFamily(kind.rawValue, of: differences, adjustment: adjustment)
    return differences.indices.map { place in
      let difference = differences[place]
      let interval = difference.interval(confidence: confidence)
      var pair = AnalystReport.Pair(
        kind: kind, statistic: statistic, first: keys[place].0, second: keys[place].1)
      pair.difference = difference.value.ifFinite
      pair.standardError = difference.standardError.ifFinite
      pair.lower = interval.lower.ifFinite
      pair.upper = interval.upper.ifFinite
      pair.t = difference.t.ifFinite
      pair.degreesOfFreedom = difference.degreesOfFreedom.ifFinite
      pair.p = difference.p.ifFinite
      pair.take(family, place)
      pair.equivalenceP = equivalenceMargin.flatMap {
        difference.equivalence(within: $0).p.ifFinite
      }
      return pair
    }
  }

  /// Ratios that are one family; the standard error is the ratio's own, the interval that of its
  /// log.
  func pairs(
    _ ratios: [EstimatedRatio], between keys: [([String], [String])], statistic: String
  ) -> [AnalystReport.Pair] {
    let ratios = ratios.map(counted)
    let family = TestFamily("ratio", p: ratios.map(\.p), adjustment: adjustment)
    return ratios.indices.map { place in
      let ratio = ratios[place]
      let interval = ratio.interval(confidence: confidence)
      var pair = AnalystReport.Pair(
        kind: .ratio, statistic: statistic, first: keys[place].0, second: keys[place].1)
      pair.ratio = ratio.value.ifFinite
      pair.standardError = ratio.standardError.ifFinite
      pair.lower = interval.lower.ifFinite
      pair.upper = interval.upper.ifFinite
      pair.degreesOfFreedom = ratio.degreesOfFreedom.ifFinite
      pair.p = ratio.p.ifFinite
      pair.take(family, place)
      return pair
    }
  }
}

extension AnalystReport.Pair {
  fileprivate mutating func take(_ tests: TestFamily, _ place: Int) {
    pAdjusted = tests.adjustedP[place].ifFinite
    pHolm = tests.adjustment == .holm ? pAdjusted : nil
    family = tests.size
  }
}
