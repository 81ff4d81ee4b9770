internal import SurveyStatistics

extension OracleCase {
  /// Answers the case and compares.
  ///
  /// - Parameters:
  ///   - directory: the folder that the data set's path starts from.
  ///   - cache: what was read for earlier cases.
  /// - Returns: how it came out.
  package func run(in directory: String, cache: inout DesignCache) -> CaseOutcome {
    if let flaw { return CaseOutcome(id: id, worst: nil, failure: flaw) }
    if let message = results["error"]?.text { return runExpectingError(message, directory, &cache) }
    do {
      let (context, call) = try cache.context(of: self, in: directory).updated(for: call)
      return .comparing(try context.answer(call, results), with: self)
    } catch {
      return CaseOutcome(id: id, worst: nil, failure: "lacks or refuses: \(error)")
    }
  }

  private func runExpectingError(
    _ message: String, _ directory: String, _ cache: inout DesignCache
  ) -> CaseOutcome {
    do {
      let (context, call) = try cache.context(of: self, in: directory).updated(for: call)
      _ = try context.answer(call, results)
      return CaseOutcome(id: id, worst: nil, failure: "no error where R says: \(message)")
    } catch DesignError.lonelyUnit, DesignError.lonelyLaterUnit {
      let isSame = message.contains("has only one PSU")
      return CaseOutcome(id: id, worst: (0, "error"), failure: isSame ? nil : message)
    } catch is CalibrationError {
      let isSame = message.contains("alibration failed") || message.contains("converge")
      return CaseOutcome(id: id, worst: (0, "error"), failure: isSame ? nil : message)
    } catch {
      return CaseOutcome(id: id, worst: nil, failure: "another error: \(error)")
    }
  }
}

/// The data sets and designs of the cases that were run, so that each is read once.
package struct DesignCache {
  private var tables: [String: DataTable] = [:]
  private var designs: [String: CaseDesign] = [:]

  package init() {}

  mutating func context(of oracle: OracleCase, in directory: String) throws -> CaseContext {
    let table =
      try tables[oracle.dataset] ?? DataTable(contentsOf: "\(directory)/\(oracle.dataset)")
    tables[oracle.dataset] = table
    let key = "\(oracle.dataset) \(oracle.design) \(oracle.options)"
    let design =
      try designs[key] ?? CaseDesign(oracle.design, options: oracle.options, table: table)
    designs[key] = design
    return CaseContext(
      design: design.design, table: table, keepsAllRows: design.keepsAllRows,
      hasReplicates: oracle.design["rep_weights"] != nil, refusedRows: design.refusedRows)
  }
}

extension CaseContext {
  /// The numbers that answer a call.
  func answer(_ call: RExpression, _ results: JSONValue) throws -> Answers {
    if case .name("D") = call { return weightSummary() }
    switch call.function {
    case "svymean", "svytotal", "svyratio", "svyvar": return try simple(call, results)
    case "svyby": return results["pairs"] == nil ? try byDomain(call) : try pairs(call, results)
    case "svyciprop": return try proportion(call)
    case "svyquantile": return try quantiles(call)
    case "svychisq": return try independence(call)
    case "svyglm": return try regression(call)
    case "svyttest": return try tTest(call)
    case "svycontrast": return try contrast(call)
    case "svyranktest": return try rankTest(call)
    case "svykappa": return try agreement(call)
    case "svytable": return try weightedTable(call)
    case "prop.table": return try sharesOfTable(call)
    case "summary": return try tableSummary(call)
    case "svycralpha": return try reliability(call)
    case "predict": return try prediction(call)
    case "weights": return ["value": design.weights, "weights": design.weights]
    case "sum": return try answer(call.positional[0], results).mapValues { [$0.reduce(0, +)] }
    case "nrow": return ["value": [Double(design.rowCount)]]
    case "exp", "sqrt", "log", "as.vector", "as.numeric", "unname":
      let function = call.function ?? ""
      return try answer(call.positional[0], results).mapValues { values in
        try values.map { try RDerivative(of: .call(function, [(nil, .number($0))]), [], []).value }
      }
    case "cv":
      let answers = answers(try joint(call.positional[0]))
      return ["value": zip(answers["se"] ?? [], answers["estimate"] ?? []).map(/)]
    case "deff": return ["value": try joint(call.positional[0]).designEffects]
    case "confint": return try interval(call)
    case "svypredmeans": return answers(try predictedMeans(call))
    case "regTermTest": return try termTest(call)
    case "degf":
      let mask = try unrefusedRows(of: call.positional.first)
      let df = mask.map(design.degreesOfFreedom(within:)) ?? design.degreesOfFreedom
      return ["value": [Double(df)], "df": [Double(df)], "degf": [Double(df)]]
    case "SE", "coef", "vcov": return try extracted(call)
    default: throw Unsupported(call.function ?? "call")
    }
  }

  /// SE(…), coef(…), vcov(…): one part of what other functions give.
  private func extracted(_ call: RExpression) throws -> Answers {
    let part = ["SE": "se", "coef": "estimate"][call.function ?? ""] ?? "vcov"
    let inner = call.positional[0]
    let answers =
      switch inner.function {
      case "svyquantile": try quantileColumns(inner)
      case "svyciprop": try proportion(inner)
      default: answers(try joint(inner))
      }
    return ["value": answers[part] ?? []].merging(answers) { first, _ in first }
  }

  private func weightSummary() -> Answers {
    let w = design.weights
    return [
      "n": [Double(w.count)], "sum": [w.reduce(0, +)], "min": [w.min() ?? .nan],
      "max": [w.max() ?? .nan], "sumsq": [w.reduce(0) { $0 + $1 * $1 }],
      "first20": Array(w.prefix(20)), "ratio_max": [w.max() ?? .nan],
    ]
  }
}
