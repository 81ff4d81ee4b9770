package import SafetyModel
package import Texts

/// The status of an indicator as a tag, and why it is so as sentences.
///
/// The rules stand in `docs/methods/status.md`; nothing is judged here.
package struct IndicatorStatusWords: Sendable {
  let words: IndicatorWords
  private var texts: Texts { words.texts }

  package init(_ definition: IndicatorDefinition?, _ texts: Texts) {
    words = IndicatorWords(definition, texts)
  }

  /// The status, and that the way is too long when the target is unlikely to be reached in time.
  package func tag(_ report: IndicatorReport) -> Status {
    guard case .certainlyBetter(let change) = report.status,
      case .outlook(let outlook) = report.outlook,
      [.unlikely, .veryUnlikely].contains(outlook.words)
    else { return tag(report.status) }
    return Status(.warn, since("tooSlow", change))
  }

  package func tag(_ status: IndicatorStatus) -> Status {
    switch status {
    case .targetReached(_, let period, let isKept):
      isKept
        ? Status(.good, texts("page.status.reached"))
        : Status(.warn, said("reachedNotKept", ["year": texts.period(period)]))
    case .targetNotReached(let target, let later):
      later.map { Status(.warn, said("reachedLater", ["year": texts.period($0)])) }
        ?? Status(
          .bad, texts("page.status.missed", ["year": texts.period(target.deadline)]))
    case .targetUndecided(let target):
      Status(.none, said("undecided", ["year": texts.period(target.deadline)]))
    case .certainlyBetter(let change):
      Status(.good, since(isCounted(change) ? "countBetter" : "better", change))
    case .certainlyWorse(let change):
      Status(.bad, since(isCounted(change) ? "countWorse" : "worse", change))
    case .certainlyChanged(let change):
      Status(.none, since(isCounted(change) ? "countChanged" : "changed", change))
    case .noCertainChange(let change):
      Status(.none, since(isCounted(change) ? "same" : "unchanged", change))
    case .changeTooSmall(let change, _):
      Status(.none, said("tooSmall", ["year": texts.period(change.first.period)]))
    case .uncertaintyUntold: Status(.none, said("untold"))
    case .tooFewPoints: Status(.none, said("tooFew"))
    case .notComparable: Status(.none, said("notComparable"))
    }
  }

  private func said(_ key: String, _ arguments: [String: String] = [:]) -> String {
    texts("page.status.indicator.\(key)", arguments)
  }

  private func since(_ key: String, _ change: IndicatorChange) -> String {
    texts("page.status.\(key)", ["year": texts.period(change.first.period)])
  }

  private func isCounted(_ change: IndicatorChange) -> Bool { change.certainty == .exact }

  /// Why the status is what it is, in sentences.
  package func reasons(_ status: IndicatorStatus) -> [String] {
    switch status {
    case .targetReached(let target, let period, let isKept):
      [
        reason(
          isKept ? "reached" : "reachedNotKept",
          [
            "target": words.aim(target.value), "deadline": texts.period(target.deadline),
            "period": texts.period(period),
          ])
      ]
    case .targetNotReached(let target, let later):
      [
        reason(
          later == nil ? "missed" : "reachedLater",
          [
            "target": words.aim(target.value), "deadline": texts.period(target.deadline),
            "period": later.map { texts.period($0) } ?? "",
          ])
      ]
    case .targetUndecided(let target):
      [
        reason(
          "undecided",
          ["target": words.aim(target.value), "deadline": texts.period(target.deadline)])
      ]
    case .certainlyBetter(let change), .certainlyWorse(let change),
      .certainlyChanged(let change), .noCertainChange(let change):
      [self.change(change)]
    case .changeTooSmall(let change, let threshold):
      [self.change(change), reason("tooSmall", ["threshold": words.size(threshold)])]
    case .uncertaintyUntold(let change): [self.change(change)]
    case .tooFewPoints(let count): [texts("page.indicator.reason.tooFew", count: count)]
    case .notComparable(let why): [notComparable(why)]
    }
  }

  private func reason(_ key: String, _ arguments: [String: String]) -> String {
    texts("page.indicator.reason.\(key)", arguments)
  }

  /// `Från 31,2 % 2021 till 25,4 % 2025: 5,8 procentenheter lägre (−7,7 till −3,9).`.
  package func change(_ change: IndicatorChange) -> String {
    let arguments = [
      "from": words.full(change.first.value), "start": texts.period(change.first.period),
      "to": words.full(change.second.value), "end": texts.period(change.second.period),
      "size": words.size(change.difference),
    ]
    let direction = change.difference == 0 ? "same" : change.difference > 0 ? "higher" : "lower"
    let moved = texts("page.indicator.change.\(direction)", arguments)
    switch change.certainty {
    case .exact: return moved + " " + texts("page.indicator.certainty.exact")
    case .untold: return moved + " " + texts("page.indicator.certainty.untold")
    case .sampled(_, let lower, let upper, let isCertain):
      let certainty = isCertain ? "certain" : "uncertain"
      return moved + " "
        + texts(
          "page.indicator.certainty.\(certainty)",
          ["interval": words.signedRange(lower, upper)])
    }
  }

  package func notComparable(_ why: NotComparable) -> String {
    switch why {
    case .measuredDifferently(let breaks):
      let notes = breaks.compactMap { $0.note?.text(in: texts.language) }
      return ([reason("measuredDifferently", [:])] + notes).joined(separator: " ")
    case .noValue(let period): return reason("noValue", ["period": texts.period(period)])
    case .noValues: return reason("noValues", [:])
    case .differentPeriods: return reason("differentPeriods", [:])
    }
  }

  /// How it went or goes with one target.
  package func outcome(_ judged: JudgedTarget) -> Status {
    switch judged.outcome {
    case .reached(let period, let isKept):
      isKept
        ? Status(.good, texts("page.indicator.outcome.reached", ["year": texts.period(period)]))
        : Status(.warn, said("reachedNotKept", ["year": texts.period(period)]))
    case .notReached(let later):
      later.map { Status(.warn, said("reachedLater", ["year": texts.period($0)])) }
        ?? Status(.bad, texts("page.indicator.outcome.missed"))
    case .undecided: Status(.none, texts("page.indicator.outcome.undecided"))
    case .ahead: Status(.none, texts("page.indicator.outcome.ahead"))
    case .notComparable: Status(.none, said("notComparable"))
    }
  }

  /// What the development so far says about the target, as a sentence.
  package func outlook(_ answer: OutlookAnswer) -> String? {
    switch answer {
    case .outlook(let outlook):
      return texts(
        "page.indicator.outlook.\(outlook.words.rawValue)",
        [
          "probability": chance(outlook.probability), "target": words.aim(outlook.target.value),
          "deadline": texts.period(outlook.target.deadline),
          "n": String(outlook.pointCount),
        ])
    case .refused(let why):
      switch why {
      case .noTarget, .deadlinePassed, .noDirection: return nil
      case .tooFewPoints(let count):
        return texts("page.indicator.outlook.tooFew", ["n": String(count)])
      case .uncertaintyUntold: return texts("page.indicator.outlook.untold")
      case .notComparable: return texts("page.indicator.outlook.notComparable")
      case .notFitted: return texts("page.indicator.outlook.notFitted")
      }
    }
  }

  /// `under 1 %`, `31 %`, `över 99 %`: nothing is impossible or sure.
  private func chance(_ probability: Double) -> String {
    if probability < 0.01 { return texts("page.indicator.under", ["n": texts.percent(0.01)]) }
    if probability > 0.99 { return texts("page.indicator.over", ["n": texts.percent(0.99)]) }
    return texts.percent(probability)
  }
}
