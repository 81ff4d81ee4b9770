/// A study file with one item, `q`, of the answers 1 and 2, and the design that a test is about.
enum MinimalStudy {
  static func text(design: String, data: String = "data.csv", dimensions: String = "{}") -> String {
    """
    study: minimal
    series: minimal
    wave: 2025
    title: {en: A minimal study}
    population: {en: Everyone}
    data: {file: \(data)}
    design: \(design.isEmpty ? "{}" : "\n" + design)
    dimensions: \(dimensions)
    topics: {topic: {en: Topic}}
    items:
      item:
        column: q
        question: {en: Which?}
        label: {en: Which}
        topic: topic
        categories:
          - {code: "one", values: [1], label: {en: One}}
          - {code: "two", values: [2], label: {en: Two}}
        headline: {categories: ["one"], label: {en: One}}
    publish: {}
    """
  }
}
