package import SafetyModel
package import SurveyStatistics

/// One wave, ready to be estimated: the coded answers and what their codes mean.
///
/// The same value serves a wave that is being published and one that was published earlier, so
/// that both are estimated alike.
package struct SurveyAnalysis: Sendable {
  package let codebook: Codebook
  package let answers: StoredAnswers
  package private(set) var design: SurveyDesign

  /// - Throws: `DesignError` when the answers do not make a design, such as a lonely unit.
  package init(codebook: Codebook, answers: StoredAnswers) throws {
    self.codebook = codebook
    self.answers = answers
    design = try answers.drawn.weighted(by: answers)
  }

  /// The same wave with its uncertainty from replicates; given ones were coded as variables.
  ///
  /// Each replicate is treated like the weights, so that what calibration gains counts.
  package func with(_ replicates: ReplicateDescription) throws -> SurveyAnalysis {
    with(try answers.drawn.replicated(replicates, from: answers).weighted(by: answers))
  }

  /// The same wave with another design of the same rows.
  func with(_ design: SurveyDesign) -> SurveyAnalysis {
    var analysis = self
    analysis.design = design
    return analysis
  }

  /// The degrees of freedom of the design: primary units − strata.
  package var degreesOfFreedom: Int { design.degreesOfFreedom }

  /// Estimates one subject by the crossed dimensions, outermost first; `[]` is everyone.
  package func estimate(
    _ subject: PublishedSubject, by dimensions: [PublishedDimension]
  ) throws -> SubjectEstimates {
    let domains = try domainColumn(of: dimensions)
    let estimates: DomainEstimates
    switch subject.kind {
    case .item:
      let column = try codedColumn(of: subject)
      let headline = subject.headlineCategories.compactMap { code in
        subject.categories.firstIndex { $0.code == code }
      }
      estimates = try design.proportions(of: column, by: domains, sums: [headline])
    case .index:
      guard let values = answers.numericColumns["index.\(subject.code)"] else {
        throw MissingColumn(column: "index.\(subject.code)")
      }
      estimates = try design.means(of: NumericColumn(values: values), by: domains)
    }
    return SubjectEstimates(subject: subject, dimensions: dimensions, estimates: estimates)
  }

  func codedColumn(of subject: PublishedSubject) throws -> SurveyStatistics.CodedColumn {
    guard let stored = answers.codedColumns["item.\(subject.code)"] else {
      throw MissingColumn(column: "item.\(subject.code)")
    }
    return try SurveyStatistics.CodedColumn(
      codes: stored.codes, categoryCount: subject.categories.count)
  }

  func domainColumn(of dimensions: [PublishedDimension]) throws -> DomainColumn {
    var crossed: DomainColumn?
    for dimension in dimensions {
      guard let stored = answers.codedColumns["dimension.\(dimension.code)"] else {
        throw MissingColumn(column: "dimension.\(dimension.code)")
      }
      let next = try DomainColumn(
        codes: stored.codes.map(UInt16.init), domainCount: dimension.values.count)
      crossed = try crossed?.crossed(with: next) ?? next
    }
    return crossed ?? .everyone(rowCount: answers.rowCount)
  }
}

/// The stored answers lack a column that the codebook tells of.
package struct MissingColumn: Error, Sendable, Hashable {
  package let column: String
}

extension LonelyUnitChoice {
  /// The engine's rule of the same name.
  package var rule: LonelyUnitRule {
    switch self {
    case .fail: .fail
    case .remove: .remove
    case .adjust: .adjust
    case .average: .average
    case .certainty: .certainty
    }
  }
}
