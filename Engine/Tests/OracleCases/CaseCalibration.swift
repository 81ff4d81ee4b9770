internal import SurveyStatistics

extension CaseDesign {
  /// The design calibrated as the case says.
  static func calibrated(
    _ design: SurveyDesign, by specification: JSONValue, _ whole: JSONValue, table: DataTable
  ) throws -> SurveyDesign {
    let tolerance = specification["epsilon"]?.number
    switch specification["op"]?.text {
    case "postStratify":
      return try design.postStratified(to: margin(specification["population"], table))
    case "rake":
      let margins = try (specification["margins"]?.elements ?? []).map { try margin($0, table) }
      // R's default: a change by 1 person.
      let limit = tolerance ?? 1
      return try design.raked(
        to: margins, tolerance: limit < 1 ? limit : limit / design.weights.reduce(0, +))
    case "calibrate":
      return try design.calibrated(
        to: table.auxiliaries(specification),
        options: options(specification, of: whole, table: table))
    case "trimWeights":
      let range =
        (specification["lower"]?.number
          ?? -.infinity)...(specification["upper"]?.number ?? .infinity)
      let trimmed = design.trimmed(to: range, strictly: specification["strict"]?.flag ?? false)
      // R leaves the full weights of replicates as they were.
      guard let replicates = trimmed.replicateWeights else { return trimmed }
      return try SurveyDesign(
        weights: design.weights, replicates: replicates,
        degreesOfFreedom: design.degreesOfFreedom)
    case "svystandardize", "standardize": return try standardised(design, specification, table)
    default: throw Unsupported("calibration \(specification)")
    }
  }

  private static func options(
    _ specification: JSONValue, of whole: JSONValue, table: DataTable
  ) throws -> CalibrationOptions {
    var options = CalibrationOptions()
    options.method = try method(specification)
    options.bounds = range(specification["bounds"])
    if options.method == .linear, options.bounds == -.infinity ... .infinity {
      options.bounds = nil
    }
    // R's closed form of plain linear calibration knows no trimming.
    if options.method != .linear || options.bounds != nil {
      options.trim = range(specification["trim"])
    }
    options.tolerance = specification["epsilon"]?.number ?? 1e-7
    if specification["bounds.const"]?.flag == true { options.bounded = .weight }
    if let stage = specification["aggregate.stage"]?.number {
      let ids = (whole["ids"]?.elements ?? []).compactMap(\.name).prefix(Int(stage))
      options.groups =
        ids.isEmpty || ids.first == "1" || ids.first == "0"
        ? nil : try table.crossed(ids.map { .name($0) }).codes
    } else if let index = specification["aggregate.index"]?.name {
      options.groups = try table.crossed([.name(index)]).codes
    }
    if let lambda = specification["variance"]?.numbers {
      let auxiliaries = try table.auxiliaries(specification)
      options.variances =
        lambda.count == table.rowCount
        ? lambda
        : (0..<table.rowCount).map { row in
          zip(lambda, auxiliaries).reduce(0) { $0 + $1.0 * $1.1.values[row] }
        }
    }
    return options
  }

  /// svystandardize(by, over, population).
  static func standardised(
    _ design: SurveyDesign, _ specification: JSONValue, _ table: DataTable
  ) throws -> SurveyDesign {
    func column(_ key: String) throws -> DomainColumn? {
      guard let text = specification[key]?.text, text != "~1" else { return nil }
      let formula = try RParser.parse(text)
      let crossed = try table.crossed((formula.positional.last ?? formula).terms)
      return try DomainColumn(
        codes: crossed.codes.map { UInt16($0 + 1) }, domainCount: crossed.count)
    }
    let population = specification["population"]
    guard let groups = try column("by"),
      let sizes = population?["Freq"]?.numbers ?? population?.numbers
    else { throw Unsupported("svystandardize without by or population") }
    return try design.standardised(
      by: groups, to: sizes, within: column("over"), ignoresEmptyCells: true)
  }

  private static func method(_ specification: JSONValue) throws -> CalibrationMethod {
    let name = specification["calfun"]?.text ?? "linear"
    guard let method = CalibrationMethod(rawValue: name) else { throw Unsupported(name) }
    return method
  }

  private static func range(_ value: JSONValue?) -> ClosedRange<Double>? {
    let named = [value?["lower"]?.number, value?["upper"]?.number].compactMap(\.self)
    guard let ends = named.isEmpty ? value?.numbers : named, ends.count == 2, ends[0] <= ends[1]
    else {
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

extension DataTable {
  /// The columns of a model matrix with their population totals, matched by R's names of them.
  func auxiliaries(_ specification: JSONValue) throws -> [AuxiliaryTotal] {
    guard let formula = specification["formula"]?.text else {
      throw Unsupported("calibration without formula")
    }
    let columns = try modelMatrix(RParser.parse(formula))
    if let totals = specification["population"]?.numbers {
      guard totals.count == columns.count else { throw Unsupported("totals without names") }
      return zip(columns, totals).map {
        AuxiliaryTotal(margin: $0.name, values: $0.values, total: $1)
      }
    }
    return try columns.map { column in
      guard let total = specification["population"]?[column.name]?.number else {
        throw Unsupported("no total of \(column.name)")
      }
      return AuxiliaryTotal(margin: column.name, values: column.values, total: total)
    }
  }

  /// The combinations of factors that occur, the last factor fastest; −1 where one is missing.
  func crossed(_ terms: [RExpression]) throws -> (codes: [Int32], count: Int) {
    let factors = try terms.map { try evaluate($0).asFactor }
    let keys = (0..<rowCount).map { row in factors.map { $0.values[row] } }
    let distinct = Set(keys.filter { !$0.contains(where: \.isNaN) })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    return (keys.map { places[$0] ?? -1 }, distinct.count)
  }
}

extension RExpression {
  /// The text of a name or of a function of a name.
  var source: String {
    switch self {
    case .name(let name): name
    case .number(let number):
      number == number.rounded() ? String(Int(number)) : String(number)
    case .text(let text): "\"\(text)\""
    case .call(let function, let arguments):
      RParser.isOperator(function) && arguments.count == 2
        ? arguments.map(\.value.source).joined(separator: function == ":" ? ":" : " \(function) ")
        : "\(function)(\(arguments.map(\.value.source).joined(separator: ", ")))"
    }
  }
}
