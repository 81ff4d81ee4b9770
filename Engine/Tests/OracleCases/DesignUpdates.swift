extension CaseContext {
  /// The same context with the columns that `update(D, name = …)` in a call adds, and the call
  /// without it.
  func updated(for call: RExpression) throws -> (context: CaseContext, call: RExpression) {
    guard case .call(let function, let arguments) = call else { return (self, call) }
    var context = self
    var inner: [(label: String?, value: RExpression)] = []
    for argument in arguments {
      let result = try context.updated(for: argument.value)
      context = result.context
      inner.append((argument.label, result.call))
    }
    if function == "svystandardize", let inside = inner.first(where: { $0.label == nil })?.value {
      return (try context.standardised(.call(function, inner)), inside)
    }
    guard function == "update" || function == "transform",
      let design = inner.first(where: { $0.label == nil })
    else { return (context, .call(function, inner)) }
    var table = context.table
    for (label, value) in inner {
      if let label { table = table.adding(label, try table.evaluate(value)) }
    }
    context.table = table
    return (context, design.value)
  }

  /// The context with the design that svystandardize(D, by, over, population) makes.
  private func standardised(_ call: RExpression) throws -> CaseContext {
    let given = call.positional
    var members: [String: JSONValue] = [:]
    for (place, key) in ["by", "over", "population"].enumerated() {
      let value = call.argument(key) ?? (given.count > place + 1 ? given[place + 1] : nil)
      guard let value else { continue }
      members[key] =
        key == "population"
        ? .list(try value.constants().map(JSONValue.number)) : .text(value.source)
    }
    var context = self
    context.design = try CaseDesign.standardised(design, .object(members), table)
    context.keepsAllRows = !hasReplicates
    return context
  }
}
