import Foundation
import SafetyModel

/// The municipality's settings as the first schema kept them.
struct ThinSettings: Decodable {
  struct Target: Decodable {
    var value: Double
    var year: Int
  }
  struct Survey: Decodable {
    var series: String
    var subject: String
  }
  struct Value: Decodable {
    var year: Int
    var value: Double
  }
  struct Break: Decodable {
    var year: Int
    var reason: LocalisedText
  }
  struct Series: Decodable {
    var kind: String
    var unit: LocalisedText?
    var decimals: Int
    var source: LocalisedText
    var observations: [Value]
    var breaks: [Break]
  }
  struct Wrapped: Decodable { var _0: Series }
  struct Source: Decodable {
    var survey: Survey?
    var observations: Wrapped?
  }
  struct Indicator: Decodable {
    var code: String
    var name: LocalisedText
    var source: Source
    var direction: String
    var target: Target?
    var remark: LocalisedText?
  }
  struct Goal: Decodable { var indicators: [Indicator] }
  var goal: Goal?

  /// The same settings in the form that has definitions over time.
  ///
  /// Written as plain JSON, so that this migration stays what it is when the model changes.
  static func widened(_ payload: Data) throws -> Data {
    guard var whole = try? JSONSerialization.jsonObject(with: payload) as? [String: Any],
      let thin = try? JSONDecoder().decode(ThinSettings.self, from: payload)
    else { throw Problems([StorageProblem.damaged("municipality")]) }
    if var goal = whole["goal"] as? [String: Any] {
      goal["indicators"] = (thin.goal?.indicators ?? []).map(\.widened)
      whole["goal"] = goal
    }
    return try JSONSerialization.data(
      withJSONObject: whole, options: [.sortedKeys, .withoutEscapingSlashes])
  }
}

extension ThinSettings.Indicator {
  fileprivate var widened: [String: Any] {
    var indicator: [String: Any] = [
      "code": code, "name": name.values, "question": name.values,
      "direction": [direction.camelCase: [String: Any]()], "rhythm": "irregularly",
      "requiredBreakdowns": [Any](), "definitions": definitions, "parts": [Any](),
      "targets": target.map {
        [["value": $0.value, "deadline": String($0.year), "isInterim": false] as [String: Any]]
      } ?? [],
    ]
    indicator["forResidents"] = remark?.values
    return indicator
  }

  private var definitions: [[String: Any]] {
    if let survey = source.survey {
      let source = ["survey": ["series": survey.series, "subject": survey.subject]]
      return [
        [
          "code": "survey", "text": name.values, "source": source,
          "unit": ["proportion": [String: Any]()], "decimals": 1, "values": [Any](),
        ]
      ]
    }
    guard let series = source.observations?._0 else { return [] }
    let breaks = series.breaks.sorted { $0.year < $1.year }
    return (0...breaks.count).map { place in
      definition(
        of: series, after: place > 0 ? breaks[place - 1] : nil,
        before: place < breaks.count ? breaks[place] : nil)
    }
  }

  private func definition(
    of series: ThinSettings.Series, after start: ThinSettings.Break?,
    before end: ThinSettings.Break?
  ) -> [String: Any] {
    let values = series.observations.sorted { $0.year < $1.year }.filter {
      $0.year >= start?.year ?? .min && $0.year < end?.year ?? .max
    }
    let kind = series.kind == "count" ? "register" : "external"
    var unit: [String: Any] = ["plain": [String: Any]()]
    if let words = series.unit { unit = ["named": ["_0": words.values]] }
    var definition: [String: Any] = [
      "code": start.map { "from-\($0.year)" } ?? "first", "text": name.values,
      "source": [kind: ["_0": ["publisher": series.source.values]]],
      "unit": unit,
      "decimals": series.decimals,
      "values": values.map { ["period": String($0.year), "value": $0.value] as [String: Any] },
    ]
    definition["from"] = start.map { String($0.year) }
    definition["ending"] = end.map {
      [
        "reason": "method-changed", "note": $0.reason.values, "successor": "from-\($0.year)",
        "overlap": [Any](),
      ] as [String: Any]
    }
    return definition
  }
}

extension String {
  /// `lower-is-better` becomes `lowerIsBetter`.
  fileprivate var camelCase: String {
    let words = split(separator: "-")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }
}
