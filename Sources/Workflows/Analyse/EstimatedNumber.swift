package import SafetyModel
import SurveyStatistics

extension EstimateNumbers {
  /// What is told of each respondent.
  package enum Number: Sendable, Hashable {
    /// An item or index of the study.
    case subject(PublishedSubject)
    /// Whether an item's answer is one of its categories.
    case category(PublishedSubject, code: String)
    /// A variable that was coded along with the answers.
    case variable(String)

    package var name: String {
      switch self {
      case .subject(let subject): subject.code
      case .category(let subject, let code): "\(subject.code).\(code)"
      case .variable(let name): name
      }
    }

    /// The item or index that it is made of.
    var subject: PublishedSubject? {
      switch self {
      case .subject(let subject), .category(let subject, _): subject
      case .variable: nil
      }
    }

    /// Whether it is 1 and 0, so that its mean is a share.
    var isYesOrNo: Bool {
      switch self {
      case .subject(let subject): subject.kind == .item
      case .category: true
      case .variable: false
      }
    }
  }
}

extension NumericColumn {
  /// Whether all values are 1 or 0, so that their mean is a share.
  var isShare: Bool { values.allSatisfy { $0.isNaN || $0 == 0 || $0 == 1 } }
}

extension SurveyAnalysis {
  /// The number of each respondent; NaN is missing.
  func values(of number: EstimateNumbers.Number) throws -> NumericColumn {
    switch number {
    case .variable(let name): try stored("variable.\(name)")
    case .subject(let subject):
      switch subject.kind {
      case .index: try stored("index.\(subject.code)")
      case .item: try indicator(of: subject.headlineCategories, in: subject)
      }
    case .category(let subject, let code): try indicator(of: [code], in: subject)
    }
  }

  /// 1 for those whose answer is one of some categories, 0 for the others who answered.
  func indicator(of codes: [String], in subject: PublishedSubject) throws -> NumericColumn {
    let counted = subject.categories.map { codes.contains($0.code) }
    return NumericColumn(
      values: try codedColumn(of: subject).codes.map { code in
        code == 0 ? .nan : counted[Int(code) - 1] ? 1 : 0
      })
  }

  private func stored(_ name: String) throws -> NumericColumn {
    guard let values = answers.numericColumns[name] else { throw MissingColumn(column: name) }
    return NumericColumn(values: values)
  }

  /// The same number by this wave's own coding; `nil` when the wave did not ask the same.
  func counterpart(of number: EstimateNumbers.Number) -> EstimateNumbers.Number? {
    guard let subject = number.subject else {
      return answers.numericColumns["variable.\(number.name)"] == nil ? nil : number
    }
    guard let own = codebook.subject(subject.code), own.asksTheSame(as: subject) else { return nil }
    if case .category(_, let code) = number { return .category(own, code: code) }
    return .subject(own)
  }
}
