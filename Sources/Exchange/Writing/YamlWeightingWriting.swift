import SafetyModel
import Workflows

extension YamlWriting {
  mutating func calibration(_ margins: [CalibrationMargin]) {
    guard !margins.isEmpty else { return }
    line("calibration:", indent: 1)
    for margin in margins {
      line("\(margin.code):", indent: 2)
      entry("column", Yaml.scalar(margin.column), indent: 3)
      line("totals:", indent: 3)
      for total in margin.totals {
        line("\(Yaml.scalar(total.value)): \(total.total.canonicalText)", indent: 4)
      }
    }
  }

  mutating func replicates(_ replicates: ReplicateDescription) {
    let text =
      switch replicates {
      case .jackknife: "{make: jackknife}"
      case .bootstrap(let count, let seed): "{make: bootstrap, count: \(count), seed: \(seed)}"
      case .given(let columns, let scale):
        "{columns: \(Yaml.list(columns)), scale: \(scale.canonicalText)}"
      }
    entry("replicates", text, indent: 1)
  }
}
