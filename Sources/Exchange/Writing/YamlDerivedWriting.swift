import SafetyModel
import Workflows

extension YamlWriting {
  mutating func derived(_ variables: [DerivedVariable]) {
    guard !variables.isEmpty else { return }
    blank()
    remark("derived")
    line("derived:")
    for variable in variables {
      remark("derived.\(variable.name)", indent: 1)
      line("\(Yaml.scalar(variable.name)):", indent: 1)
      rule(variable.rule)
    }
  }

  private mutating func rule(_ rule: DerivedVariable.Rule) {
    switch rule {
    case .recode(let column, let lines):
      line("recode:", indent: 2)
      entry("column", Yaml.scalar(column), indent: 3)
      line("to:", indent: 3)
      for recoded in lines {
        line("- {from: \(Yaml.list(recoded.from)), to: \(Yaml.scalar(recoded.to))}", indent: 4)
      }
    case .cut(let column, let edges):
      let texts = edges.map(\.canonicalText).joined(separator: ", ")
      entry("cut", "{column: \(Yaml.scalar(column)), edges: [\(texts)]}", indent: 2)
    case .any(let columns, let values):
      let lists = "columns: \(Yaml.list(columns)), values: \(Yaml.list(values))"
      entry("any", "{\(lists)}", indent: 2)
    case .all(let columns, let values):
      let lists = "columns: \(Yaml.list(columns)), values: \(Yaml.list(values))"
      entry("all", "{\(lists)}", indent: 2)
    }
  }
}
