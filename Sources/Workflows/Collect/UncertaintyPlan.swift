import NumericKernels
import SafetyModel

/// Reads how sure a value is out of the table that it stands in.
///
///     SE = margin / z        SE = (upper − lower) / 2z        z = Φ⁻¹((1 + confidence) / 2)
///
/// A margin of 0 is what rounding leaves and says nothing, so it is read as not told; a share with
/// a base but without a told error stays without: the design behind it is not known.
struct UncertaintyPlan {
  /// What a table tells of one value.
  struct Told {
    var standardError: Double?
    var base: Int?
    /// Each part with the publisher's codes: `margin-of-error: 1290/2024/fm`.
    var codes: [String] = []
    /// All parts in one line; `nil` when nothing is told.
    var code: String? { codes.isEmpty ? nil : codes.joined(separator: "; ") }
  }
  let cube: DataCube
  let series: SeriesEntry
  let rule: UncertaintyRule
  /// The number of the dimension.
  let dimension: Int

  /// The told uncertainty of the value at a combination of categories.
  func told(
    _ value: ObservedValue, at places: [Int], reading plan: CubePlan
  ) throws(Problem) -> Told {
    var told = Told()
    guard let value = value.number else { return told }
    if let form = rule.form {
      var parts: [Double] = []
      for category in form.categories {
        let (number, code) = try number(category, at: places, plan)
        guard let number else { break }
        parts.append(number)
        told.codes.append("\(form.word): \(code)")
      }
      if parts.count == form.categories.count {
        told.standardError = try standardError(form, parts, of: value, plan)
      }
      if told.standardError == nil { told.codes = [] }
    }
    if let category = rule.base {
      let (number, code) = try number(category, at: places, plan, isBase: true)
      if let number {
        guard let base = Int(exactly: number), base >= 0 else {
          throw plan.problem("source.badBase", ["value": number.description, "place": code])
        }
        if base > 0 {
          told.base = base
          told.codes.append("base: \(code)")
        }
      }
    }
    return told
  }

  private func standardError(
    _ form: UncertaintyRule.Form, _ parts: [Double], of value: Double, _ plan: CubePlan
  ) throws(Problem) -> Double? {
    let z = NormalDistribution.quantile((1 + rule.confidence) / 2)
    let error: Double
    switch form {
    case .standardError: error = parts[0]
    case .marginOfError: error = parts[0] / z
    case .interval:
      guard parts[0] <= value, value <= parts[1] else {
        throw plan.problem(
          "source.badInterval",
          [
            "lower": parts[0].description, "upper": parts[1].description,
            "value": value.description,
          ]
        )
      }
      error = (parts[1] - parts[0]) / (2 * z)
    }
    guard error >= 0 else {
      throw plan.problem("source.badError", ["value": parts[0].description, "kind": form.word])
    }
    return error > 0 ? error : nil
  }

  /// The number of another category at the same combination, in the unit of the series.
  private func number(
    _ category: String, at places: [Int], _ plan: CubePlan, isBase: Bool = false
  ) throws(Problem) -> (number: Double?, code: String) {
    var places = places
    places[dimension] = cube.dimensions[dimension].place(of: category) ?? places[dimension]
    let codes = zip(cube.dimensions, places).map { $0.0.categories[$0.1].code }
    let code = codes.joined(separator: "/")
    let cell = cube.cells[cube.cellNumber(places)]
    if isBase {
      guard case .number(let number) = cell else { return (nil, code) }
      return (number, code)
    }
    return (try plan.value(cell, at: codes).number, code)
  }
}
