/// An item of an index, with the score that each of its answers gives.
public struct ScoredItem: Sendable {
  /// The answers; a missing one has no score.
  public var answers: CodedColumn
  /// The score of each category, from the first; `nil` for an answer that counts as none.
  public var scores: [Double?]

  /// Makes an item with a declared recode: one score, or `nil`, for each category.
  public init(answers: CodedColumn, scores: [Double?]) {
    self.answers = answers
    self.scores = scores
  }

  /// An item whose categories lie evenly on a scale, the first at one end and the last at the other.
  ///
  ///     score of category k of K = first + (last − first) · (k − 1)/(K − 1)
  ///
  /// - Parameters:
  ///   - answers: the answers.
  ///   - first: the score of the first category.
  ///   - last: the score of the last one.
  public init(answers: CodedColumn, from first: Double, to last: Double) {
    let steps = Double(max(answers.categoryCount - 1, 1))
    self.init(
      answers: answers,
      scores: (0..<answers.categoryCount).map { first + (last - first) * Double($0) / steps })
  }
}

/// Several items summed up in one number for each respondent.
///
/// An index is a variable like any other once it is made: its mean, its quantiles and the shares of
/// its classes are estimated with their own intervals, from the index of each respondent and never
/// from the figures of the items, whose answers go together.
///
///     mean: Σ score / answered,   sum: items · Σ score / answered
public struct ItemIndex: Sendable {
  /// How the scores of a respondent become one number.
  public enum Combination: String, Sendable, Hashable, CaseIterable, Codable {
    /// The mean of the scores that are there.
    case mean
    /// Their sum; with answers missing, the mean times the number of items.
    case sum
  }

  /// The items.
  public let items: [ScoredItem]
  /// How many of the items a respondent must have answered, with a score, to get an index.
  public let minimumAnswered: Int
  /// How the scores become one number.
  public let combination: Combination

  /// Declares an index.
  ///
  /// - Parameters:
  ///   - items: the items with their recodes, answered by the same respondents.
  ///   - minimumAnswered: how many of them must be answered; `nil` for all.
  ///   - combination: how the scores become one number.
  /// - Throws: ``MicrodataError/answerCountMismatch(item:expected:actual:)``;
  ///   ``MicrodataError/scoreCountMismatch(item:expected:actual:)``.
  public init(
    _ items: [ScoredItem], minimumAnswered: Int? = nil, combination: Combination = .mean
  ) throws(MicrodataError) {
    for (place, item) in items.enumerated() {
      let (expected, actual) = (items[0].answers.codes.count, item.answers.codes.count)
      guard expected == actual else {
        throw .answerCountMismatch(item: place, expected: expected, actual: actual)
      }
      guard item.scores.count == item.answers.categoryCount else {
        throw .scoreCountMismatch(
          item: place, expected: item.answers.categoryCount, actual: item.scores.count)
      }
    }
    self.items = items
    self.minimumAnswered = minimumAnswered ?? items.count
    self.combination = combination
  }

  /// The index of each respondent, in the unit of the scores; NaN for those who answered too few.
  public var values: NumericColumn {
    NumericColumn(
      values: (items.first?.answers.codes.indices).map { $0.map(value) } ?? [])
  }

  private func value(of row: Int) -> Double {
    var (sum, answered) = (0.0, 0)
    for item in items {
      let code = Int(item.answers.codes[row])
      guard code > 0, let score = item.scores[code - 1] else { continue }
      sum += score
      answered += 1
    }
    guard answered > 0, answered >= minimumAnswered else { return .nan }
    let mean = sum / Double(answered)
    return combination == .mean ? mean : mean * Double(items.count)
  }

  /// The class of each respondent by cut points: class k holds cut k − 1 ≤ index < cut k.
  ///
  /// - Parameter cutPoints: at most 254; they are sorted, and there is one class more than of them.
  /// - Returns: a column that can be estimated like an item; without an index there is no class.
  /// - Throws: ``MicrodataError/tooManyCodes(count:limit:)`` for more cut points.
  public func classes(cutAt cutPoints: [Double]) throws(MicrodataError) -> CodedColumn {
    let sorted = cutPoints.sorted()
    guard sorted.count < Int(UInt8.max) else {
      throw .tooManyCodes(count: sorted.count + 1, limit: Int(UInt8.max))
    }
    return try CodedColumn(
      codes: values.values.map { value in
        value.isNaN ? 0 : UInt8(1 + sorted.count { $0 <= value })
      },
      categoryCount: sorted.count + 1)
  }
}

extension SurveyDesign {
  /// The mean of an index in each domain, with its own interval.
  ///
  /// - Parameters:
  ///   - index: the index.
  ///   - domains: the domain of each respondent.
  /// - Returns: one statistic for each domain, in the unit of the scores.
  /// - Throws: ``EstimationError/rowCountMismatch(column:expected:actual:)``.
  ///
  /// R: `svyby(~rowMeans(cbind(a, b)), ~domain, design, svymean)`.
  /// Golden values: `Golden/peers/estimators.json`, by numpy.
  public func means(
    of index: ItemIndex, by domains: DomainColumn
  ) throws(EstimationError) -> DomainEstimates {
    try means(of: index.values, by: domains)
  }
}
