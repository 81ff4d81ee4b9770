import SafetyModel

/// Which dimension of a table is what, for one series.
struct CubePlan {
  private enum Role {
    case period, place
    case breakdown(BreakdownRule)
    /// The one category that is wanted.
    case fixed(Int)
  }

  private let cube: DataCube
  private let series: SeriesEntry
  private let file: String
  private var roles: [Role] = []
  /// How sure the values are, when the entry says where that stands.
  private(set) var uncertainty: UncertaintyPlan?
  private var problems: [Problem] = []

  init(_ cube: DataCube, series: SeriesEntry, file: String) {
    self.cube = cube
    self.series = series
    self.file = file
  }

  func problem(_ key: String, _ arguments: [String: String] = [:]) -> Problem {
    var arguments = arguments
    arguments["series"] = series.code
    return Problem(key, arguments: arguments, file: file)
  }

  /// Gives each dimension its role, or throws everything that does not fit.
  mutating func finish() throws(Problems) {
    var named: [Int: Role] = [:]
    name(series.period, .period, &named)
    name(series.place.dimension, .place, &named)
    for rule in series.breakdown { name(rule.dimension, .breakdown(rule), &named) }
    for (dimension, category) in series.select.sorted(by: { $0.key < $1.key }) {
      guard let number = cube.dimension(dimension) else {
        noteUnknown(dimension)
        continue
      }
      guard let place = cube.dimensions[number].place(of: category) else {
        noteUnknown(category, in: cube.dimensions[number])
        continue
      }
      named[number] = .fixed(place)
    }
    if series.period == nil, series.fixedPeriod == nil {
      problems.append(problem("source.noPeriod"))
    }
    if series.place.dimension == nil, series.place.fixed == nil {
      problems.append(problem("source.noPlace"))
    }
    for (number, dimension) in cube.dimensions.enumerated() {
      if let role = named[number] {
        roles.append(role)
      } else if dimension.categories.count == 1 {
        roles.append(.fixed(0))
      } else {
        let known = dimension.categories.prefix(10).map(\.code).joined(separator: ", ")
        problems.append(
          problem("source.dimensionLeft", ["dimension": dimension.code, "known": known]))
      }
    }
    if problems.isEmpty, let rule = series.uncertainty { findUncertainty(rule) }
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// The uncertainty stands beside the value, in other categories of a dimension that picks it.
  private mutating func findUncertainty(_ rule: UncertaintyRule) {
    guard let number = cube.dimension(rule.dimension) else { return noteUnknown(rule.dimension) }
    guard case .fixed = roles[number] else {
      problems.append(problem("source.uncertaintyNotPicked", ["dimension": rule.dimension]))
      return
    }
    for category in (rule.form?.categories ?? []) + [rule.base].compactMap(\.self)
    where cube.dimensions[number].place(of: category) == nil {
      noteUnknown(category, in: cube.dimensions[number])
    }
    uncertainty = UncertaintyPlan(cube: cube, series: series, rule: rule, dimension: number)
  }

  private mutating func name(_ dimension: String?, _ role: Role, _ named: inout [Int: Role]) {
    guard let dimension else { return }
    guard let number = cube.dimension(dimension) else { return noteUnknown(dimension) }
    named[number] = role
  }

  private mutating func noteUnknown(_ dimension: String) {
    let known = cube.dimensions.map(\.code).joined(separator: ", ")
    problems.append(problem("source.noDimension", ["dimension": dimension, "known": known]))
  }

  private mutating func noteUnknown(_ category: String, in dimension: DataCube.Dimension) {
    let known = dimension.categories.prefix(20).map(\.code).joined(separator: ", ")
    problems.append(
      problem(
        "source.noCategory",
        ["category": category, "dimension": dimension.code, "known": known]))
  }

  // MARK: - Cell by cell

  /// Visits every combination that the fixed dimensions leave.
  func visit(_ body: ([Int]) -> Void) {
    let ranges = zip(roles, cube.dimensions).map { role, dimension in
      if case .fixed(let place) = role { return place..<(place + 1) }
      return 0..<dimension.categories.count
    }
    guard ranges.allSatisfy({ !$0.isEmpty }) else { return }
    var places = ranges.map(\.lowerBound)
    while true {
      body(places)
      var last = places.count - 1
      while last >= 0, places[last] + 1 == ranges[last].upperBound {
        places[last] = ranges[last].lowerBound
        last -= 1
      }
      guard last >= 0 else { return }
      places[last] += 1
    }
  }

  /// What a cell is about, or `nil` for a group that is left out.
  func key(_ places: [Int]) throws(Problem) -> ObservationKey? {
    var period = series.fixedPeriod
    var place = series.place.fixed.flatMap { series.place.place($0) }
    var breakdown: [String: String] = [:]
    for (number, role) in roles.enumerated() {
      let category = cube.dimensions[number].categories[places[number]]
      switch role {
      case .fixed: break
      case .period:
        period = Period(published: category.code) ?? Period(published: category.label)
        if period == nil { throw problem("source.notAPeriod", ["value": category.code]) }
      case .place:
        place = series.place.place(category.code)
        if place == nil { throw problem("source.notAPlace", ["value": category.code]) }
      case .breakdown(let rule):
        guard let group = rule.groups[category.code] ?? rule.groups[category.label] else {
          return nil
        }
        if !group.isEmpty { breakdown[rule.code] = group }
      }
    }
    guard let period, let place else { throw problem("source.noPlace") }
    return ObservationKey(series: series.code, period: period, place: place, breakdown: breakdown)
  }

  func value(_ cell: DataCell, at codes: [String]) throws(Problem) -> ObservedValue {
    switch cell {
    case .absent: return .missing(.unexplained)
    case .missing(let reason): return .missing(reason)
    case .number(let number):
      return .number(series.unit == .percent ? number.asProportion : number)
    case .percent(let number):
      guard series.unit == .percent || series.unit == .proportion else {
        throw problem(
          "source.percentSign",
          ["place": codes.joined(separator: ", "), "unit": series.unit.rawValue])
      }
      return .number(number.asProportion)
    }
  }
}

extension Double {
  /// A hundredth of the number: the one nearest to what its digits say, so that 11.9 gives 0.119.
  var asProportion: Double {
    let digits = description
    return digits.contains("e") ? self / 100 : Double(digits + "e-2") ?? self / 100
  }
}
