import SafetyModel
import Texts
import Workflows

/// The rows of a comparison as the parts of a file: municipalities, the country, means of groups.
struct ComparisonCells {
  var kind: String
  var code: String
  var label: String
  var value: Double
  var standardError: Double?
  var base: Int?
  /// The codes of the groups that a municipality is in.
  var groups: [String] = []
  /// What a mean is weighted by; `nil` when each place counts the same, and for places.
  var weightedBy: String?
  /// How many places a mean is of.
  var count: Int?

  /// The rows of one period: the municipality itself and the others by code, the country, the means.
  static func rows(
    _ comparison: IndicatorComparison, in period: PlaceComparison, _ texts: Texts
  ) -> [ComparisonCells] {
    let places = (period.values + [period.country].compactMap(\.self)).map { value in
      ComparisonCells(
        kind: value.place.kind.rawValue, code: value.place.code,
        label: value.name.isEmpty ? texts.place(value.place) : value.name, value: value.value,
        standardError: value.standardError, base: value.base,
        groups: comparison.groups.filter { $0.places.contains(value.place) }.map(\.code))
    }
    let means = comparison.groups.compactMap { group in
      GroupMean(group, of: period.values, in: period.period).map { mean in
        ComparisonCells(
          kind: "group-mean", code: group.code,
          label: group.name?.text(in: texts.language) ?? texts("chart.ownRegion"),
          value: mean.value, standardError: mean.standardError,
          weightedBy: mean.weightedBy?.text(in: texts.language), count: mean.count)
      }
    }
    return places + means
  }
}
