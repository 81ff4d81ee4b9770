internal import SurveyStatistics

extension CaseDesign {
  /// The design calibrated as the case says.
  static func calibrated(
    _ design: SurveyDesign, by specification: JSONValue, table: DataTable
  ) throws -> SurveyDesign {
    let context = CaseContext(design: design, table: table)
    let tolerance = specification["epsilon"]?.number
    switch specification["op"]?.text {
    case "postStratify":
      let margin = try margin(specification["population"], table)
      return try design.postStratified(to: margin)
    case "rake":
      let margins = try (specification["margins"]?.elements ?? []).map { try margin($0, table) }
      return try design.raked(to: margins, tolerance: tolerance ?? 1e-10)
    case "calibrate":
      return try design.calibrated(
        to: context.auxiliaries(specification), method: method(specification),
        bounds: bounds(specification),
        byPrimaryUnit: specification["aggregate.stage"] != nil, tolerance: tolerance ?? 1e-7)
    default: throw Unsupported("calibration \(specification)")
    }
  }

  private static func method(_ specification: JSONValue) throws -> CalibrationMethod {
    let name = specification["calfun"]?.text ?? "linear"
    guard let method = CalibrationMethod(rawValue: name) else { throw Unsupported(name) }
    return method
  }

  private static func bounds(_ specification: JSONValue) -> ClosedRange<Double>? {
    guard let ends = specification["bounds"]?.numbers, ends.count == 2, ends[0] <= ends[1] else {
      return nil
    }
    return ends[0]...ends[1]
  }

  /// The groups of a table with one column of names, or several, and the column Freq.
  private static func margin(
    _ population: JSONValue?, _ table: DataTable
  ) throws -> AuxiliaryMargin {
    guard case .object(let columns)? = population, let totals = columns["Freq"]?.numbers else {
      throw Unsupported("margin")
    }
    let names = columns.keys.filter { $0 != "Freq" }.sorted()
    let factors = try names.map { try table.evaluate(.name($0)).asFactor }
    var codes = [UInt16](repeating: 0, count: table.rowCount)
    for cell in totals.indices {
      let labels = names.map { columns[$0]?.elements[cell].label ?? "" }
      for row in codes.indices {
        let isHere = zip(factors, labels).allSatisfy { factor, label in
          let value = factor.values[row]
          return !value.isNaN && factor.levels[Int(value)] == label
        }
        if isHere { codes[row] = UInt16(cell + 1) }
      }
    }
    return AuxiliaryMargin(
      name: names.joined(separator: " × "),
      groups: try DomainColumn(codes: codes, domainCount: totals.count), totals: totals)
  }
}

extension JSONValue {
  /// A level of a factor: a word, or a number as R writes it.
  var label: String? {
    if let text { return text }
    return number.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }
  }
}

extension CaseContext {
  /// The columns of a model matrix with their population totals, matched by R's names of them.
  func auxiliaries(_ specification: JSONValue) throws -> [AuxiliaryTotal] {
    guard let formula = specification["formula"]?.text,
      case .object(let population)? = specification["population"]
    else { throw Unsupported("calibration without formula") }
    let right = try RParser.parse(formula)
    var names = ["(Intercept)"]
    var columns = [[Double](repeating: 1, count: table.rowCount)]
    for term in (right.positional.last ?? right).terms {
      if term.isNumber(1) { continue }
      if term.isNumber(0) || term.isNumber(-1) { throw Unsupported("no intercept") }
      let column = try table.evaluate(term)
      let prefix = term.source
      var indicators = column.indicators
      if case .numeric = column.kind {} else { indicators.removeFirst() }
      names += indicators.map { prefix + $0.suffix }
      columns += indicators.map(\.values)
    }
    return try zip(names, columns).map { name, values in
      guard let total = population[name]?.number else { throw Unsupported("no total of \(name)") }
      return AuxiliaryTotal(margin: name, values: values, total: total)
    }
  }
}

extension RExpression {
  /// The text of a name or of a function of a name.
  var source: String {
    switch self {
    case .name(let name): name
    case .number(let number): String(number)
    case .text(let text): text
    case .call(let function, let arguments):
      "\(function)(\(arguments.map(\.value.source).joined(separator: ", ")))"
    }
  }
}
