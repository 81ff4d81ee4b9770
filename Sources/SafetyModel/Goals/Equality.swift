/// How alike an indicator is for groups: every gap, and whether anyone is left behind.
package struct Equality: Sendable, Hashable {
  package var dimensions: [EqualityDimension]
  package var answer: LeftBehind
  package init(dimensions: [EqualityDimension], answer: LeftBehind) {
    self.dimensions = dimensions
    self.answer = answer
  }
}

/// The groups of one division side by side.
package struct EqualityDimension: Sendable, Hashable {
  /// The code of the dimension in the publication or the observations.
  package var code: String
  package var role: RequiredBreakdown
  package var groups: [GroupHistory]
  /// The gaps between two groups, or between a group and everyone.
  package var gaps: [EqualityGap]
  package init(
    code: String, role: RequiredBreakdown, groups: [GroupHistory], gaps: [EqualityGap]
  ) {
    self.code = code
    self.role = role
    self.groups = groups
    self.gaps = gaps
  }
}

/// One group's values over time, in today's way of measuring.
package struct GroupHistory: Sendable, Hashable {
  /// The code of the category.
  package var category: String
  package var points: [IndicatorPoint]
  package init(category: String, points: [IndicatorPoint]) {
    self.category = category
    self.points = points
  }
}

/// The distance between two groups over time: first minus second.
package struct EqualityGap: Sendable, Hashable {
  /// The code of the first group.
  package var first: String
  /// The code of the second group; `nil` for everyone.
  package var second: String?
  /// Oldest first, in today's way of measuring.
  package var points: [GapPoint]
  /// How the gap has developed since its first value.
  package var development: GapDevelopment
  package init(
    first: String, second: String?, points: [GapPoint], development: GapDevelopment
  ) {
    self.first = first
    self.second = second
    self.points = points
    self.development = development
  }
}

/// A gap in one period.
package struct GapPoint: Sendable, Hashable {
  package var period: Period
  /// First minus second, in the indicator's unit.
  package var difference: Double
  package var certainty: IndicatorChange.Certainty
  package init(period: Period, difference: Double, certainty: IndicatorChange.Certainty) {
    self.period = period
    self.difference = difference
    self.certainty = certainty
  }
  package var isCertain: Bool {
    switch certainty {
    case .exact: difference != 0
    case .sampled(_, _, _, let isCertain): isCertain
    case .untold: false
    }
  }
}

/// Whether a gap has certainly grown or shrunk.
package enum GapDevelopment: Sendable, Hashable {
  case certainlyLarger(since: Period)
  case certainlySmaller(since: Period)
  case noCertainChange(since: Period)
  case uncertaintyUntold
  case tooFewPoints
}

/// The answer to whether anyone is left behind.
package enum LeftBehind: Sendable, Hashable {
  /// Groups that certainly have it worse, the widest gap first.
  case groups([GroupLeftBehind])
  /// No group certainly has it worse; that is not the same as everyone having it alike.
  case noneCertain
  /// Nothing is published by group, or neither way is better.
  case cannotTell
}

/// A group that certainly has it worse than the one it is compared with.
package struct GroupLeftBehind: Sendable, Hashable {
  package var dimension: String
  package var role: RequiredBreakdown
  package var group: String
  /// The group that it is compared with; `nil` for everyone.
  package var comparedWith: String?
  /// How much worse, in the indicator's unit; positive.
  package var worseBy: Double
  package var development: GapDevelopment
  package init(
    dimension: String, role: RequiredBreakdown, group: String, comparedWith: String?,
    worseBy: Double, development: GapDevelopment
  ) {
    self.dimension = dimension
    self.role = role
    self.group = group
    self.comparedWith = comparedWith
    self.worseBy = worseBy
    self.development = development
  }
}
