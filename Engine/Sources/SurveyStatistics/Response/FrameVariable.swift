/// A grouping of the frame, known for those who answered and those who did not.
public struct FrameVariable: Sendable {
  /// What it is called in results and errors, such as "age".
  public var name: String
  /// The category of each drawn person, from 1; nobody may be in none.
  public var categories: DomainColumn

  /// Makes a variable.
  public init(name: String, categories: DomainColumn) {
    self.name = name
    self.categories = categories
  }
}

/// How many of a category answered.
public struct CategoryResponse: Sendable, Hashable {
  /// The drawn with a weight above 0; count.
  public let sampled: Int
  /// Those of them who answered; count.
  public let respondents: Int
  /// The part of the population's category that would answer, with its sampling error.
  ///
  /// In [0, 1]; NaN when nobody was drawn.
  public let response: Estimate
}

extension SurveyDesign {
  /// The part that answered in each category of a frame variable.
  ///
  ///     Σ d·r / Σ d   over the drawn of a category, r = 1 for those who answered
  ///
  /// The design is that of everyone who was drawn, with design weights.
  ///
  /// - Parameters:
  ///   - responded: whether each drawn person answered.
  ///   - variable: the categories.
  /// - Returns: one for each category, in their order.
  /// - Throws: ``ResponseError/rowCountMismatch(column:expected:actual:)``;
  ///   ``ResponseError/missingCategory(variable:row:)``.
  public func response(
    of responded: [Bool], by variable: FrameVariable
  ) throws(ResponseError) -> [CategoryResponse] {
    try check(responded, [variable])
    guard
      let answers = try? CodedColumn(
        codes: responded.map { $0 ? 1 : 2 }, categoryCount: 2),
      let estimates = try? proportions(of: answers, by: variable.categories)
    else {
      throw .rowCountMismatch(
        column: variable.name, expected: rowCount, actual: variable.categories.codes.count)
    }
    return (0..<variable.categories.domainCount).map { category in
      let estimate = estimates[domain: category, statistic: 0]
      return CategoryResponse(
        sampled: estimate.base, respondents: estimate.count ?? 0, response: estimate)
    }
  }

  func check(_ responded: [Bool], _ variables: [FrameVariable]) throws(ResponseError) {
    guard !variables.isEmpty else { throw .noVariables }
    let columns =
      [("responded", responded.count)] + variables.map { ($0.name, $0.categories.codes.count) }
    for (name, count) in columns where count != rowCount {
      throw .rowCountMismatch(column: name, expected: rowCount, actual: count)
    }
    for variable in variables {
      if let row = variable.categories.codes.firstIndex(of: 0) {
        throw .missingCategory(variable: variable.name, row: row)
      }
    }
  }
}
