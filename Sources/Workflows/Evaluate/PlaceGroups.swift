import SafetyModel

/// The groups that a municipality's file declares, as the places that have been observed.
struct PlaceGroups {
  let municipality: Municipality
  let observations: [String: [Observation]]

  /// The declared groups in their order, and last the own region, unless it is among them already.
  ///
  /// A group of nobody else is left out, and so is one of everybody: it would be no group.
  func callAsFunction(among places: Set<Place>) -> [PlaceGroup] {
    let region = String(municipality.code.prefix(2))
    let isDeclared = municipality.groups.contains { $0.members == .region(region) }
    let own = ComparisonGroup(
      code: "own-region", name: LocalisedText([:]), members: .region(region))
    let all = municipality.groups + (isDeclared || region.utf8.count < 2 ? [] : [own])
    return all.compactMap { group in
      let members = members(of: group, among: places)
      let others = members.filter { $0.code != municipality.code }
      guard !others.isEmpty, !places.isSubset(of: members) else { return nil }
      return PlaceGroup(
        code: group.code, name: group.name.values.isEmpty ? nil : group.name,
        places: members.sorted(), weights: group.weighting.map(weights))
    }
  }

  /// A list keeps its members without a value: they are told as left out.
  private func members(of group: ComparisonGroup, among places: Set<Place>) -> [Place] {
    switch group.members {
    case .listed(let codes), .imported(_, let codes): codes.map { .municipality($0) }
    case .region(let prefix): places.filter { $0.code.hasPrefix(prefix) }
    }
  }

  private func weights(_ weighting: GroupWeighting) -> PlaceWeights {
    var values: [String: [PlaceWeights.PeriodWeight]] = [:]
    for observation in observations[weighting.series] ?? []
    where observation.breakdown.isEmpty && observation.place.kind == .municipality {
      guard let weight = observation.value.number, weight > 0 else { continue }
      values[observation.place.code, default: []].append(
        PlaceWeights.PeriodWeight(period: observation.period, weight: weight))
    }
    for code in values.keys { values[code]?.sort { $0.period < $1.period } }
    return PlaceWeights(name: weighting.name, values: values)
  }
}
