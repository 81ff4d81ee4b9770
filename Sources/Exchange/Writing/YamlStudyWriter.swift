import DisclosureControl
package import SafetyModel
import Workflows

/// Writes a study as a study file that ``YamlStudyFile`` reads back as it was.
package struct YamlStudyWriter: StudyFileWriter {
  package init() {}

  package func write(_ study: Study, remarks: [String: [String]]) -> String {
    var yaml = YamlWriting(remarks: remarks)
    yaml.heading(study)
    yaml.data(study.data)
    yaml.design(study.design)
    yaml.dimensions(study.dimensions)
    yaml.topics(study.topics)
    yaml.derived(study.derived)
    yaml.items(study.items)
    yaml.indices(study.indices)
    yaml.publish(study.publish)
    return yaml.text
  }
}

extension YamlWriting {
  fileprivate mutating func heading(_ study: Study) {
    remark("")
    entry("study", Yaml.scalar(study.code))
    entry("series", Yaml.scalar(study.series))
    remark("wave")
    entry("wave", String(study.wave))
    remark("title")
    words("title", study.title)
    remark("population")
    words("population", study.targetPopulation)
    if let period = study.fieldPeriod {
      entry("field-period", "{from: \(period.from), to: \(period.to)}")
    }
    if let producer = study.producer { words("producer", producer) }
    if let sampled = study.sampledCount { entry("sampled", String(sampled)) }
    if study.isExample { entry("example", "true") }
  }

  fileprivate mutating func data(_ data: DataDescription) {
    blank()
    remark("data")
    line("data:")
    entry("file", Yaml.scalar(data.file), indent: 1)
    if let delimiter = data.delimiter {
      entry("delimiter", delimiter == "\t" ? "tab" : Yaml.scalar(delimiter), indent: 1)
    }
    if let mark = data.decimalMark { entry("decimal", Yaml.scalar(mark), indent: 1) }
    if let id = data.idColumn { entry("id", Yaml.scalar(id), indent: 1) }
    remark("data.areas", indent: 1)
    if let areas = data.areasFile {
      entry("areas", Yaml.scalar(areas), indent: 1)
      entry("area-code", Yaml.scalar(data.areaCodeProperty), indent: 1)
    }
  }

  fileprivate mutating func design(_ design: DesignDescription) {
    blank()
    remark("design")
    line("design:")
    remark("design.weight", indent: 1)
    if let weight = design.weightColumn { entry("weight", Yaml.scalar(weight), indent: 1) }
    remark("design.missing-weight", indent: 1)
    entry("missing-weight", design.missingWeight.rawValue, indent: 1)
    remark("design.strata", indent: 1)
    entry("strata", Yaml.list(design.strataColumns), indent: 1)
    remark("design.clusters", indent: 1)
    entry("clusters", Yaml.list(design.clusterColumns), indent: 1)
    entry("population-sizes", Yaml.list(design.populationSizeColumns), indent: 1)
    remark("design.lonely-unit", indent: 1)
    entry("lonely-unit", design.lonelyUnit.rawValue, indent: 1)
    if design.includesLonelyInDomains { entry("lonely-in-groups", "true", indent: 1) }
    if let nonresponse = design.nonresponse { self.nonresponse(nonresponse) }
    if let trimming = design.trimming { self.trimming(trimming) }
    if let calibration = design.calibration { self.calibration(calibration) }
    if let replicates = design.replicates { self.replicates(replicates) }
  }

  fileprivate mutating func dimensions(_ dimensions: [DimensionDescription]) {
    guard !dimensions.isEmpty else { return }
    blank()
    remark("dimensions")
    line("dimensions:")
    for dimension in dimensions {
      remark("dimensions.\(dimension.code)", indent: 1)
      line("\(dimension.code):", indent: 1)
      entry("column", Yaml.scalar(dimension.column), indent: 2)
      entry("role", dimension.role.rawValue, indent: 2)
      words("label", dimension.label, indent: 2)
      categories("values", dimension.values)
      if !dimension.missing.isEmpty { entry("missing", Yaml.list(dimension.missing), indent: 2) }
    }
  }

  fileprivate mutating func categories(_ key: String, _ categories: [CategoryDescription]) {
    line("\(key):", indent: 2)
    for category in categories {
      let code = Yaml.scalar(category.code)
      let values = Yaml.list(category.fileValues)
      line(
        "- {code: \(code), values: \(values), label: \(Yaml.words(category.label))}", indent: 3)
    }
  }

  fileprivate mutating func topics(_ topics: [TopicDescription]) {
    guard !topics.isEmpty else { return }
    blank()
    remark("topics")
    line("topics:")
    for topic in topics { words(topic.code, topic.label, indent: 1) }
  }

  fileprivate mutating func items(_ items: [ItemDescription]) {
    blank()
    remark("items")
    line("items:")
    for item in items {
      remark("items.\(item.code)", indent: 1)
      line("\(item.code):", indent: 1)
      entry("column", Yaml.scalar(item.column), indent: 2)
      words("question", item.question, indent: 2)
      words("label", item.label, indent: 2)
      entry("topic", Yaml.scalar(item.topic), indent: 2)
      if let arena = item.arena { entry("arena", arena.rawValue, indent: 2) }
      entry("direction", item.direction.rawValue, indent: 2)
      categories("categories", item.categories)
      if !item.missing.isEmpty { entry("missing", Yaml.list(item.missing), indent: 2) }
      line("headline:", indent: 2)
      entry("categories", Yaml.list(item.headline.categories), indent: 3)
      words("label", item.headline.label, indent: 3)
    }
  }

  fileprivate mutating func indices(_ indices: [IndexDescription]) {
    guard !indices.isEmpty else { return }
    blank()
    line("indices:")
    for index in indices {
      line("\(index.code):", indent: 1)
      words("label", index.label, indent: 2)
      words("description", index.description, indent: 2)
      entry("topic", Yaml.scalar(index.topic), indent: 2)
      entry("direction", index.direction.rawValue, indent: 2)
      entry("items", Yaml.list(index.items), indent: 2)
      if let scores = index.scores {
        entry("scores", Yaml.list(scores.map(\.canonicalText)), indent: 2)
      } else {
        entry("scale-max", index.scaleMax.canonicalText, indent: 2)
      }
      entry("minimum-answered", String(index.minimumAnswered), indent: 2)
    }
  }

  fileprivate mutating func publish(_ plan: PublicationPlan) {
    blank()
    remark("publish")
    line("publish:")
    remark("publish.highlights", indent: 1)
    entry("highlights", Yaml.list(plan.highlights), indent: 1)
    let breakdowns = plan.breakdowns.map(Yaml.list).joined(separator: ", ")
    remark("publish.breakdowns", indent: 1)
    entry("breakdowns", "[\(breakdowns)]", indent: 1)
    guard plan.rules != DisclosureRules() else { return }
    line("rules:", indent: 1)
    entry("minimum-base", String(plan.rules.minimumBase), indent: 2)
    entry("minimum-count", String(plan.rules.minimumCount), indent: 2)
    entry("base-band", String(plan.rules.baseBand), indent: 2)
    entry("one-decimal-from-base", String(plan.rules.oneDecimalFromBase), indent: 2)
    entry("level", plan.rules.level.canonicalText, indent: 2)
  }
}
