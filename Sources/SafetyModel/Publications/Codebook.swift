/// The words that belong to a publication's figures: what its codes mean.
package struct Codebook: Codable, Sendable, Hashable {
  package var title: LocalisedText
  package var targetPopulation: LocalisedText
  package var fieldPeriod: FieldPeriod?
  package var producer: LocalisedText?
  package var dimensions: [PublishedDimension]
  package var topics: [TopicDescription]
  package var subjects: [PublishedSubject]
  package var highlights: [String]
  /// Empty when the survey has no map.
  package var areas: [AreaGeometry]

  package init(
    title: LocalisedText, targetPopulation: LocalisedText, fieldPeriod: FieldPeriod?,
    producer: LocalisedText?, dimensions: [PublishedDimension], topics: [TopicDescription],
    subjects: [PublishedSubject], highlights: [String], areas: [AreaGeometry]
  ) {
    self.title = title
    self.targetPopulation = targetPopulation
    self.fieldPeriod = fieldPeriod
    self.producer = producer
    self.dimensions = dimensions
    self.topics = topics
    self.subjects = subjects
    self.highlights = highlights
    self.areas = areas
  }

  package func dimension(_ code: String) -> PublishedDimension? {
    dimensions.first { $0.code == code }
  }
  package func dimension(role: DimensionRole) -> PublishedDimension? {
    dimensions.first { $0.role == role }
  }
  package func subject(_ code: String) -> PublishedSubject? {
    subjects.first { $0.code == code }
  }
}

/// A dimension as published.
package struct PublishedDimension: Codable, Sendable, Hashable {
  package var code: String
  package var role: DimensionRole
  package var label: LocalisedText
  package var values: [LabelledCode]
  package init(code: String, role: DimensionRole, label: LocalisedText, values: [LabelledCode]) {
    self.code = code
    self.role = role
    self.label = label
    self.values = values
  }
  package func label(of value: String, in language: Language) -> String {
    values.first { $0.code == value }?.label.text(in: language) ?? value
  }
}

/// A code with its label.
package struct LabelledCode: Codable, Sendable, Hashable {
  package var code: String
  package var label: LocalisedText
  package init(code: String, label: LocalisedText) {
    self.code = code
    self.label = label
  }
}

/// An item or index as published.
package struct PublishedSubject: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable { case item, index }
  package var code: String
  package var kind: Kind
  /// The short name.
  package var label: LocalisedText
  /// The question in full; for an index, what it measures.
  package var question: LocalisedText
  package var topic: String
  package var arena: Arena?
  package var direction: Direction
  /// Empty for an index.
  package var categories: [LabelledCode]
  /// What the headline share is called; for an index its label.
  package var headline: LocalisedText
  /// Category codes that the headline sums; empty for an index.
  package var headlineCategories: [String]
  /// For an index: the greatest value of the scale.
  package var scaleMax: Double?
  /// For an index: what each answer of its items counts as, unless the steps are even.
  package var scores: [Double]?
  package init(
    code: String, kind: Kind, label: LocalisedText, question: LocalisedText, topic: String,
    arena: Arena?, direction: Direction, categories: [LabelledCode], headline: LocalisedText,
    headlineCategories: [String], scaleMax: Double?, scores: [Double]? = nil
  ) {
    self.scores = scores
    self.code = code
    self.kind = kind
    self.label = label
    self.question = question
    self.topic = topic
    self.arena = arena
    self.direction = direction
    self.categories = categories
    self.headline = headline
    self.headlineCategories = headlineCategories
    self.scaleMax = scaleMax
  }
}
