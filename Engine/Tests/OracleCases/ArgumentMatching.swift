extension RExpression {
  /// The order of the arguments that calls may give by name or by place.
  private static let signatures: [String: [String]] = [
    "svymean": ["x", "design"], "svytotal": ["x", "design"], "svyvar": ["x", "design"],
    "svyratio": ["numerator", "denominator", "design"],
    "svyby": ["formula", "by", "design", "FUN"], "svyciprop": ["formula", "design"],
    "svyquantile": ["x", "design", "quantiles"], "svychisq": ["formula", "design"],
    "svyglm": ["formula", "design"], "svyttest": ["formula", "design"],
    "svycontrast": ["stat", "contrasts"], "confint": ["object", "parm"],
    "regTermTest": ["model", "test.terms"], "subset": ["x", "subset"],
    "svypredmeans": ["adjustmodel", "groupfactor"], "SE": ["object"], "coef": ["object"],
    "vcov": ["object"], "degf": ["design"], "cv": ["object"], "deff": ["object"],
    "svyranktest": ["formula", "design"], "svykappa": ["formula", "design"],
    "svytable": ["formula", "design"],
  ]

  /// The same call with the arguments of its signature in order and without names, as R matches
  /// them: names first, then places.
  var matched: RExpression {
    guard case .call(let function, let given) = self else { return self }
    let arguments = given.map { (label: $0.label, value: $0.value.matched) }
    guard let signature = Self.signatures[function] else { return .call(function, arguments) }
    var unnamed = arguments.filter { $0.label == nil }.map(\.value)
    var ordered: [(label: String?, value: RExpression)] = []
    for name in signature {
      if let named = arguments.first(where: { $0.label == name }) {
        ordered.append((nil, named.value))
      } else if !unnamed.isEmpty {
        ordered.append((nil, unnamed.removeFirst()))
      }
    }
    ordered += unnamed.map { (nil, $0) }
    ordered += arguments.filter { $0.label != nil && !signature.contains($0.label ?? "") }
    return .call(function, ordered)
  }
}
