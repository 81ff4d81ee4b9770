package import SafetyModel

/// Women and men, as far as a codebook says who is who.
package enum Sex: String, Sendable, CaseIterable {
  case women, men

  private var names: Set<String> {
    switch self {
    case .women: ["women", "woman", "female", "females", "kvinnor", "kvinna"]
    case .men: ["men", "man", "male", "males", "män"]
    }
  }

  /// Found by the code, else by a label; `nil` when neither is a name that is known.
  package init?(_ value: LabelledCode) {
    let names = [value.code] + value.label.values.sorted { $0.key < $1.key }.map(\.value)
    for name in names {
      if let sex = Sex.allCases.first(where: { $0.names.contains(name.lowercased()) }) {
        self = sex
        return
      }
    }
    return nil
  }
}
