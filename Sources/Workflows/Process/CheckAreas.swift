import SafetyModel

extension StudyCheck {
  /// Areas without an outline, and outlines without an area.
  func areaProblems() -> [Problem] {
    guard let areas else { return [] }
    guard let dimension = study.dimensions.first(where: { $0.role == .area }) else {
      return [problem("check.areasWithoutDimension", at: "data.areas")]
    }
    let outlines = areas.map(\.code)
    let known = Set(outlines)
    let values = Set(dimension.values.map(\.code))
    let withoutOutline = dimension.values.filter { !known.contains($0.code) }.map { value in
      problem(
        "check.areaWithoutGeometry", .error,
        [
          "value": value.code, "property": study.data.areaCodeProperty,
          "near": namesNear(value.code, among: outlines),
        ], at: "dimensions.\(dimension.code).values.\(value.code)")
    }
    let withoutArea = known.subtracting(values).sorted().prefix(20).map { code in
      problem("check.geometryWithoutArea", .warning, ["value": code], at: "data.areas")
    }
    return withoutOutline + withoutArea
  }
}
