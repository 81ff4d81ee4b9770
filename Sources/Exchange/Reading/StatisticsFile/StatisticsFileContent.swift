import SafetyModel
import Workflows

/// A variable of an SPSS or Stata file.
struct StatisticsVariable {
  enum Missing {
    case numbers(ClosedRange<Double>)
    case texts(from: String, to: String)
  }
  var name: String
  var label: String
  var format: String
  var labelSet: String
  var missing: [Missing]
  var values: Values

  enum Values {
    case numbers([Double])
    case texts(ColumnCoder)
  }
}

/// A value label of an SPSS or Stata file.
struct StatisticsValueLabel {
  enum Value {
    case number(Double)
    case tag(UInt8)
    case text(String)
  }
  var value: Value
  var label: String
}

/// What the child has told about a file, checked as it comes.
struct StatisticsFileContent {
  private(set) var variables: [StatisticsVariable] = []
  private(set) var labelSets: [String: [StatisticsValueLabel]] = [:]
  private(set) var rowCount = 0
  /// The number of rows that the file promises, if it does.
  private(set) var promisedRows: Int?
  private(set) var failure: (code: UInt32, words: String)?
  private(set) var isComplete = false

  private let file: String
  private let limits: FileLimits
  private var variableCount: Int?
  private var labelCount = 0
  private static let mostLabels = 1_000_000

  init(file: String, limits: FileLimits) {
    self.file = file
    self.limits = limits
  }

  mutating func take(_ kind: StatisticsFrame, _ payload: inout StatisticsFramePayload) throws {
    guard !isComplete, failure == nil else { throw StatisticsFrameParser.Garbage() }
    // ReadStat tells an SPSS file's value labels before anything else.
    guard variableCount != nil || [.header, .valueLabel, .failure].contains(kind) else {
      throw StatisticsFrameParser.Garbage()
    }
    switch kind {
    case .header: try takeHeader(&payload)
    case .variable: try takeVariable(&payload)
    case .valueLabel: try takeValueLabel(&payload)
    case .row: try takeRow(&payload)
    case .end: try takeEnd(&payload)
    case .failure:
      let code = try payload.uint32()
      failure = (code, String(decoding: try payload.text().prefix(200), as: UTF8.self))
    }
  }

  private mutating func takeHeader(_ payload: inout StatisticsFramePayload) throws {
    guard variableCount == nil, try payload.byte() == StatisticsFrame.version else {
      throw StatisticsFrameParser.Garbage()
    }
    let rows = try payload.int64()
    let count = Int(try payload.uint32())
    if count > limits.columns { throw over("file.tooManyColumns", limits.columns) }
    if rows > limits.rows { throw over("file.tooManyRows", limits.rows) }
    variableCount = count
    promisedRows = rows < 0 ? nil : Int(rows)
  }

  private mutating func takeVariable(_ payload: inout StatisticsFramePayload) throws {
    guard Int(try payload.uint32()) == variables.count, rowCount == 0,
      variables.count < variableCount ?? 0
    else { throw StatisticsFrameParser.Garbage() }
    let isText = try payload.byte() != 0
    let name = try string(payload.text(), of: "\(variables.count + 1)")
    let label = try string(payload.text(), of: name)
    let format = try string(payload.text(), of: name)
    let labelSet = try string(payload.text(), of: name)
    var variable = StatisticsVariable(
      name: name, label: label, format: format, labelSet: labelSet, missing: [],
      values: isText ? .texts(ColumnCoder()) : .numbers([]))
    for _ in 0..<(try payload.byte()) {
      if let range = try missing(&payload, isText, of: name) { variable.missing.append(range) }
    }
    variables.append(variable)
  }

  private func missing(
    _ payload: inout StatisticsFramePayload, _ isText: Bool, of name: String
  ) throws -> StatisticsVariable.Missing? {
    if isText {
      let from = try string(payload.text(), of: name)
      return .texts(from: from, to: try string(payload.text(), of: name))
    }
    let (low, high) = (try payload.number(), try payload.number())
    return low <= high ? .numbers(low...high) : nil
  }

  private mutating func takeValueLabel(_ payload: inout StatisticsFramePayload) throws {
    labelCount += 1
    guard labelCount <= StatisticsFileContent.mostLabels else {
      throw StatisticsFrameParser.Garbage()
    }
    let set = String(decoding: try payload.text(), as: UTF8.self)
    let value: StatisticsValueLabel.Value
    switch StatisticsFrame.ValueKind(rawValue: try payload.byte()) {
    case .number: value = .number(try payload.number())
    case .tag: value = .tag(try payload.byte())
    case .text: value = .text(try string(payload.text(), ofLabelSet: set))
    case nil: throw StatisticsFrameParser.Garbage()
    }
    let label = try string(payload.text(), ofLabelSet: set)
    labelSets[set, default: []].append(StatisticsValueLabel(value: value, label: label))
  }

  private mutating func takeRow(_ payload: inout StatisticsFramePayload) throws {
    guard variables.count == variableCount, !variables.isEmpty else {
      throw StatisticsFrameParser.Garbage()
    }
    rowCount += 1
    if rowCount > limits.rows { throw over("file.tooManyRows", limits.rows) }
    for index in variables.indices {
      try variables[index].values.append(&payload)
    }
  }

  private mutating func takeEnd(_ payload: inout StatisticsFramePayload) throws {
    guard try payload.int64() == Int64(rowCount), variables.count == variableCount else {
      throw StatisticsFrameParser.Garbage()
    }
    isComplete = true
  }

  private func string(_ bytes: ArraySlice<UInt8>, of variable: String) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problems([Problem("statfile.badText", file: file, variable: variable)])
    }
    return text.trimmingBlanks
  }

  private func string(_ bytes: ArraySlice<UInt8>, ofLabelSet set: String) throws -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text.trimmingBlanks }
    return try string(bytes, of: variables.first { $0.labelSet == set }?.name ?? set)
  }

  private func over(_ key: String, _ limit: Int) -> Problems {
    Problems([Problem(key, arguments: ["limit": String(limit)], file: file)])
  }
}

extension StatisticsVariable.Values {
  /// Takes the value of the next row from the frame.
  mutating func append(_ payload: inout StatisticsFramePayload) throws {
    switch self {
    case .numbers(var numbers):
      // Empty while the array grows, or every value would copy it.
      self = .numbers([])
      defer { self = .numbers(numbers) }
      numbers.append(try payload.number())
    case .texts(var coder):
      self = .numbers([])
      defer { self = .texts(coder) }
      coder.append(try payload.text())
    }
  }
}
