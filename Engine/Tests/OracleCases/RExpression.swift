/// An expression of the R language, as far as the calls of the oracle need it.
package indirect enum RExpression: Sendable {
  case number(Double)
  case text(String)
  case name(String)
  /// A function or operator with its arguments, each with its name if it has one.
  case call(String, [(label: String?, value: RExpression)])

  /// The function or operator, if it is one.
  package var function: String? {
    if case .call(let function, _) = self { function } else { nil }
  }

  package var arguments: [(label: String?, value: RExpression)] {
    if case .call(_, let arguments) = self { arguments } else { [] }
  }

  /// The arguments without a name, in order.
  package var positional: [RExpression] {
    arguments.filter { $0.label == nil }.map(\.value)
  }

  /// The argument with a name.
  package func argument(_ label: String) -> RExpression? {
    arguments.first { $0.label == label }?.value
  }

  /// The terms of a sum: what a formula lists.
  package var terms: [RExpression] {
    if function == "-", arguments.count == 2 {
      // The only thing that the calls take away is the intercept.
      return arguments[0].value.terms + [.call("-", [(nil, arguments[1].value)])]
    }
    return function == "+" ? arguments.flatMap(\.value.terms) : [self]
  }

  /// Whether the expression is the word TRUE or T.
  package var isTrue: Bool {
    if case .name(let name) = self { name == "TRUE" || name == "T" } else { false }
  }

  /// The choice that a text begins, as R's `match.arg` takes it; the text itself without one.
  func choice(of choices: [String]) -> String? {
    guard case .text(let text) = self else { return nil }
    if choices.contains(text) { return text }
    let fitting = choices.filter { $0.hasPrefix(text) }
    return fitting.count == 1 ? fitting[0] : text
  }
}
