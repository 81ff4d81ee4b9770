import Charts
import Markup
import SafetyModel
import Texts

/// Is anyone left behind? The answer, and every group beside the others.
func equalityPart(_ model: IndicatorModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let equality = model.report.equality
  let labels = GroupLabels(frame.picture, texts)
  return part("equality", texts("page.indicator.equality")) {
    element("p", .class("lede")) { answer(equality.answer, model, labels) }
    if case .groups(let groups) = equality.answer, !groups.isEmpty {
      element("div", .class("card")) { behind(once(groups), model, labels) }
    }
    if !equality.dimensions.isEmpty {
      element("div", .class("grid g2")) {
        for dimension in equality.dimensions { dimensionCard(dimension, model, labels) }
      }
    }
    missingBreakdowns(model, texts)
  }
}

/// Each group once: compared with everyone where that is told, else where the gap is widest.
private func once(_ groups: [GroupLeftBehind]) -> [GroupLeftBehind] {
  var told: [GroupLeftBehind] = []
  for group in groups.filter({ $0.comparedWith == nil }) + groups
  where !told.contains(where: { $0.dimension == group.dimension && $0.group == group.group }) {
    told.append(group)
  }
  return told.sorted { $0.worseBy > $1.worseBy }
}

private func answer(_ answer: LeftBehind, _ model: IndicatorModel, _ labels: GroupLabels)
  -> String
{
  let texts = labels.texts
  switch answer {
  case .groups(let all):
    let groups = once(all)
    guard let first = groups.first else { return texts("page.indicator.behind.none") }
    return texts(
      "page.indicator.behind.groups", count: groups.count,
      [
        "group": labels.group(first.group, of: first.dimension),
        "other": labels.within(first.comparedWith, of: first.dimension, first.role),
        "size": model.words.size(first.worseBy),
      ])
  case .noneCertain: return texts("page.indicator.behind.none")
  case .cannotTell: return texts("page.indicator.behind.unknown")
  }
}

private func behind(
  _ groups: [GroupLeftBehind], _ model: IndicatorModel, _ labels: GroupLabels
) -> Fragment {
  let texts = labels.texts
  return stackingTable(
    caption: texts("page.indicator.behind.caption"),
    columns: ["group", "compared", "worse", "development"].map {
      texts("page.indicator.column.\($0)")
    },
    rows: groups.map { group in
      [
        .header(labels.group(group.group, of: group.dimension)),
        .text(labels.group(group.comparedWith, of: group.dimension)),
        .text(model.words.size(group.worseBy)), .text(development(group.development, texts)),
      ]
    })
}

private func development(
  _ development: GapDevelopment, _ texts: Texts, isShort: Bool = false
) -> String {
  let (key, since): (String, Period?) =
    switch development {
    case .certainlyLarger(let since): ("larger", since)
    case .certainlySmaller(let since): ("smaller", since)
    case .noCertainChange(let since): ("same", since)
    case .uncertaintyUntold: ("untold", nil)
    case .tooFewPoints: ("tooFew", nil)
    }
  let year = ["year": since.map { texts.period($0) } ?? ""]
  return isShort
    ? texts("page.indicator.gap.short.\(key)", year) : texts("page.indicator.gap.\(key)", year)
}

/// Two groups over time, or many groups in a table.
private func dimensionCard(
  _ dimension: EqualityDimension, _ model: IndicatorModel, _ labels: GroupLabels
) -> Fragment {
  let texts = labels.texts
  let definition = model.report.indicator.definition
  let title = labels.dimension(dimension.code, dimension.role)
  // Two groups are compared with each other; more of them, each with everyone, in a table.
  let pair =
    dimension.gaps.count == 1
    ? dimension.gaps.first
    : dimension.groups.count <= 2 ? dimension.gaps.first { $0.second != nil } : nil
  if let gap = pair, let definition {
    let chart = GapTrend(
      heading: ChartHeading(
        id: "gap-\(dimension.role.rawValue)", title: title,
        finding: development(gap.development, texts)),
      unit: FigureUnit(definition, in: texts), decimals: definition.decimals,
      firstLabel: labels.group(gap.first, of: dimension.code),
      secondLabel: labels.group(gap.second, of: dimension.code), points: gap.points)
    return element("div", .class("card flow")) { chart.markup(in: texts) }
  }
  return element("div", .class("card flow")) {
    groupDots(dimension, title, model, labels).markup(in: texts)
  }
}

private func groupDots(
  _ dimension: EqualityDimension, _ title: String, _ model: IndicatorModel, _ labels: GroupLabels
) -> GroupDots {
  let texts = labels.texts
  let definition = model.report.indicator.definition
  return GroupDots(
    heading: ChartHeading(id: "groups-\(dimension.code)", title: title),
    unit: definition.map { FigureUnit($0, in: texts) } ?? .observation(decimals: 0, unit: nil),
    decimals: definition?.decimals ?? 0,
    rows: dimension.groups.map { group in
      let gap = dimension.gaps.first { $0.first == group.category && $0.second == nil }
      return GroupDots.Row(
        label: labels.group(group.category, of: dimension.code), newest: group.points.last,
        gap: gap?.points.last,
        unlike: unlike(group.category, in: dimension).map { others in
          others.map { labels.group($0, of: dimension.code) }
        }, development: gap.map { development($0.development, texts, isShort: true) })
    }, everyone: model.report.history.newest)
}

/// The groups that a group certainly differs from; `nil` when it was compared with none.
private func unlike(_ group: String, in dimension: EqualityDimension) -> [String]? {
  let pairs = dimension.gaps.compactMap { gap -> (other: String, newest: GapPoint)? in
    guard let second = gap.second, let newest = gap.points.last else { return nil }
    return group == gap.first ? (second, newest) : group == second ? (gap.first, newest) : nil
  }
  return pairs.isEmpty ? nil : pairs.filter(\.newest.isCertain).map(\.other)
}

/// The divisions that were asked for and that nobody publishes.
private func missingBreakdowns(_ model: IndicatorModel, _ texts: Texts) -> Fragment? {
  let shown = Set(model.report.equality.dimensions.map(\.role))
  let missing = model.report.indicator.requiredBreakdowns.filter { !shown.contains($0) }
  guard !missing.isEmpty else { return nil }
  return element("p", .class("meta")) {
    texts(
      "page.indicator.missingBreakdowns",
      ["groups": texts.list(missing.map { texts("page.group.\($0.rawValue)") })])
  }
}
