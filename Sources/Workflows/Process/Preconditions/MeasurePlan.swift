import SafetyModel

/// Where the numbers of one measure stand in one table.
struct MeasurePlan {
  private let cube: DataCube
  private let places: Int
  private let periodDimension: Int?
  private let dimension: Int
  private let value: [Int]
  private let base: [Int]
  /// The one category of each dimension that is neither place, period nor measured.
  private var fixed: [Int]
  let periods: [Period]

  init(_ rule: MeasureRule, _ table: PublishedTable) throws(Problems) {
    let names = TableNames(cube: table.cube, measure: rule.measure.code, file: table.file)
    cube = table.cube
    places = try names.dimension(table.place)
    dimension = try names.dimension(rule.dimension)
    periodDimension = try table.period.map(names.dimension)
    value = try names.categories(rule.value, of: dimension)
    base = try names.categories(rule.base, of: dimension)
    fixed = Array(repeating: 0, count: cube.dimensions.count)
    var told: Set<Int> = [places, dimension]
    if let periodDimension { told.insert(periodDimension) }
    for (name, wanted) in rule.select.sorted(by: { $0.key < $1.key }) {
      let number = try names.dimension(name)
      fixed[number] = try names.categories([wanted], of: number)[0]
      told.insert(number)
    }
    try names.refuseOthers(than: told)
    periods =
      try periodDimension.map(names.periods) ?? (table.fixedPeriod.map { [$0] } ?? [])
  }

  /// The sums of each of the publisher's areas in a period.
  func counts(in period: Period) -> [String: AreaCounts] {
    var place = fixed
    if let periodDimension, let number = periods.firstIndex(of: period) {
      place[periodDimension] = number
    }
    var counts: [String: AreaCounts] = [:]
    for (number, area) in cube.dimensions[places].categories.enumerated() {
      place[places] = number
      counts[area.code] = AreaCounts(value: sum(value, place), base: sum(base, place))
    }
    return counts
  }

  /// The sum, or `nil` when any part of it is missing.
  private func sum(_ categories: [Int], _ place: [Int]) -> Double? {
    var place = place
    var sum = 0.0
    for category in categories {
      place[dimension] = category
      switch cube.cells[cube.cellNumber(place)] {
      case .number(let number): sum += number
      case .percent(let number): sum += number.asProportion
      case .absent, .missing: return nil
      }
    }
    return categories.isEmpty ? nil : sum
  }
}

/// Finds dimensions and categories of a table by their names, or says which there are.
private struct TableNames {
  let cube: DataCube
  let measure: String
  let file: String

  func dimension(_ name: String) throws(Problems) -> Int {
    guard let number = cube.dimension(name) else {
      throw problem("preconditions.noDimension", name, cube.dimensions.map(\.code))
    }
    return number
  }

  func categories(_ names: [String], of number: Int) throws(Problems) -> [Int] {
    var places: [Int] = []
    for name in names {
      guard let place = cube.dimensions[number].place(of: name) else {
        throw problem("preconditions.noCategory", name, known(number))
      }
      places.append(place)
    }
    return places
  }

  func refuseOthers(than told: Set<Int>) throws(Problems) {
    for (number, left) in cube.dimensions.enumerated()
    where !told.contains(number) && left.categories.count > 1 {
      throw problem("preconditions.dimensionLeft", left.code, known(number))
    }
  }

  func periods(_ number: Int) throws(Problems) -> [Period] {
    var periods: [Period] = []
    for category in cube.dimensions[number].categories {
      guard let period = Period(published: category.code) ?? Period(published: category.label)
      else { throw problem("preconditions.notAPeriod", category.code, []) }
      periods.append(period)
    }
    return periods
  }

  private func known(_ number: Int) -> [String] {
    cube.dimensions[number].categories.map(\.code)
  }

  private func problem(_ key: String, _ name: String, _ known: [String]) -> Problems {
    let arguments = [
      "measure": measure, "name": name, "known": known.prefix(20).joined(separator: ", "),
    ]
    return Problems([Problem(key, arguments: arguments, file: file)])
  }
}
