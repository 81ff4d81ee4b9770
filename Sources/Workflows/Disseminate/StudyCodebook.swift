package import SafetyModel

extension Codebook {
  /// The words of a study that go public; nothing of how its file is written.
  package init(of study: Study, areas: [AreaGeometry]) {
    self.init(
      title: study.title, targetPopulation: study.targetPopulation,
      fieldPeriod: study.fieldPeriod, producer: study.producer,
      dimensions: study.dimensions.map { dimension in
        PublishedDimension(
          code: dimension.code, role: dimension.role, label: dimension.label,
          values: dimension.values.map { LabelledCode(code: $0.code, label: $0.label) })
      },
      topics: study.topics,
      subjects: study.items.map(PublishedSubject.init) + study.indices.map(PublishedSubject.init),
      highlights: study.publish.highlights, areas: areas)
  }
}

extension PublishedSubject {
  init(_ item: ItemDescription) {
    self.init(
      code: item.code, kind: .item, label: item.label, question: item.question, topic: item.topic,
      arena: item.arena, direction: item.direction,
      categories: item.categories.map { LabelledCode(code: $0.code, label: $0.label) },
      headline: item.headline.label, headlineCategories: item.headline.categories, scaleMax: nil)
  }

  init(_ index: IndexDescription) {
    self.init(
      code: index.code, kind: .index, label: index.label, question: index.description,
      topic: index.topic, arena: nil, direction: index.direction, categories: [],
      headline: index.label, headlineCategories: [], scaleMax: index.scaleMax,
      scores: index.scores)
  }
}
