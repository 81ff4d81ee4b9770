/// The register's groups: area, sex, age group and background, crossed.
struct Cell: Hashable {
  static let areas = 6
  static let ageGroups = 4
  static let strata = areas * 2 * ageGroups
  static let count = strata * 2
  /// The first and last age of each group, in years.
  static let ages = [16...24, 25...44, 45...64, 65...85]

  /// From 0, in the order of the questionnaire.
  var area: Int
  var isWoman: Bool
  /// From 0, the youngest.
  var ageGroup: Int
  var isBornOutside: Bool

  init(area: Int, isWoman: Bool, ageGroup: Int, isBornOutside: Bool) {
    self.area = area
    self.isWoman = isWoman
    self.ageGroup = ageGroup
    self.isBornOutside = isBornOutside
  }

  /// The cell at a place in 0 ..< ``count``.
  init(index: Int) {
    isBornOutside = index % 2 == 1
    ageGroup = index / 2 % Cell.ageGroups
    isWoman = index / (2 * Cell.ageGroups) % 2 == 1
    area = index / (4 * Cell.ageGroups)
  }

  var index: Int { stratum * 2 + (isBornOutside ? 1 : 0) }
  /// Area × sex × age group, from 0.
  var stratum: Int { (area * 2 + (isWoman ? 1 : 0)) * Cell.ageGroups + ageGroup }
  /// Area × background, from 0.
  var areaAndBackground: Int { area * 2 + (isBornOutside ? 1 : 0) }

  static let all = (0..<count).map(Cell.init(index:))
}
