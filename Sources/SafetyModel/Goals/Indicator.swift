/// Something that tells how it goes with the goal: what it is, which way, and where to.
package struct Indicator: Codable, Sendable, Hashable {
  package var code: String
  package var name: LocalisedText
  /// The question that it answers, as a resident would ask it.
  package var question: LocalisedText
  package var direction: IndicatorDirection
  /// The smallest change that matters, in the indicator's unit; a proportion in [0, 1].
  package var threshold: Double?
  /// The organisation that answers for it.
  package var responsible: LocalisedText?
  package var rhythm: UpdateRhythm
  /// The divisions that every value should come with.
  package var requiredBreakdowns: [RequiredBreakdown]
  /// Where it starts; the first value that is measured in today's way when none is set.
  package var baseline: IndicatorBaseline?
  /// Interim targets and the target, by deadline.
  package var targets: [IndicatorTarget]
  /// What it means, for a resident.
  package var forResidents: LocalisedText?
  /// What to know before using it, for someone who knows statistics.
  package var forExperts: LocalisedText?
  /// How it has been measured, oldest first; the last is today's.
  package var definitions: [IndicatorDefinition]
  /// Indicators that it is made up of or explained by.
  package var parts: [Indicator]

  package init(
    code: String, name: LocalisedText, question: LocalisedText, direction: IndicatorDirection,
    threshold: Double? = nil, responsible: LocalisedText? = nil,
    rhythm: UpdateRhythm = .irregularly, requiredBreakdowns: [RequiredBreakdown] = [],
    baseline: IndicatorBaseline? = nil, targets: [IndicatorTarget] = [],
    forResidents: LocalisedText? = nil, forExperts: LocalisedText? = nil,
    definitions: [IndicatorDefinition], parts: [Indicator] = []
  ) {
    self.code = code
    self.name = name
    self.question = question
    self.direction = direction
    self.threshold = threshold
    self.responsible = responsible
    self.rhythm = rhythm
    self.requiredBreakdowns = requiredBreakdowns
    self.baseline = baseline
    self.targets = targets
    self.forResidents = forResidents
    self.forExperts = forExperts
    self.definitions = definitions
    self.parts = parts
  }

  /// How it is measured today.
  package var definition: IndicatorDefinition? { definitions.last }
  /// The final target: the one with the last deadline that is not interim.
  package var target: IndicatorTarget? {
    targets.filter { !$0.isInterim }.max { $0.deadline < $1.deadline }
  }
  /// The targets on the way, by deadline.
  package var interimTargets: [IndicatorTarget] {
    targets.filter(\.isInterim).sorted { $0.deadline < $1.deadline }
  }
  /// Itself and its parts, each before its own parts.
  package var withParts: [Indicator] { [self] + parts.flatMap(\.withParts) }
}

/// How often an indicator gets a new value.
package enum UpdateRhythm: String, Codable, Sendable, Hashable, CaseIterable {
  case monthly, quarterly
  case halfYearly = "half-yearly"
  case yearly
  case everySecondYear = "every-second-year"
  case irregularly
}

/// A division of the population that a value should come with.
package enum RequiredBreakdown: String, Codable, Sendable, Hashable, CaseIterable {
  case sex, age, background, area
}

/// Where an indicator starts.
package struct IndicatorBaseline: Codable, Sendable, Hashable {
  package var period: Period
  /// The value when it is decided; else it is the one observed in the period.
  package var value: Double?
  package init(period: Period, value: Double? = nil) {
    self.period = period
    self.value = value
  }
}

/// The value to reach, zero included, and when to have reached it; proportions are in [0, 1].
package struct IndicatorTarget: Codable, Sendable, Hashable {
  package var value: Double
  package var deadline: Period
  /// On the way to another target.
  package var isInterim: Bool
  /// The definition that it was decided for; today's when `nil`.
  package var definition: String?
  package init(
    value: Double, deadline: Period, isInterim: Bool = false, definition: String? = nil
  ) {
    self.value = value
    self.deadline = deadline
    self.isInterim = isInterim
    self.definition = definition
  }

  package init(value: Double, year: Int) { self.init(value: value, deadline: .year(year)) }
  /// The year of the deadline.
  package var year: Int { deadline.year }
}
