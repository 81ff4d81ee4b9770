// Long because a study file is one thing, and its parts are read side by side.

package import DisclosureControl

/// A survey as its study file describes it: everything between the answers and the publication.
package struct Study: Codable, Sendable, Hashable {
  package var code: String
  /// Waves of one series are compared with each other.
  package var series: String
  /// The year that the figures are about.
  package var wave: Int
  package var title: LocalisedText
  /// Whom the survey is about (målpopulation).
  package var targetPopulation: LocalisedText
  package var fieldPeriod: FieldPeriod?
  /// Who made the survey, for the line at the foot of every page.
  package var producer: LocalisedText?
  /// How many were drawn and asked; `nil` when it isn't known.
  package var sampledCount: Int?
  /// Invented answers: everything shown from it says so.
  package var isExample: Bool
  package var data: DataDescription
  package var design: DesignDescription
  package var dimensions: [DimensionDescription]
  package var topics: [TopicDescription]
  package var items: [ItemDescription]
  package var indices: [IndexDescription]
  package var derived: [DerivedVariable]
  package var publish: PublicationPlan

  package init(
    code: String, series: String, wave: Int, title: LocalisedText, targetPopulation: LocalisedText,
    fieldPeriod: FieldPeriod? = nil, producer: LocalisedText? = nil, sampledCount: Int? = nil,
    isExample: Bool = false, data: DataDescription, design: DesignDescription,
    dimensions: [DimensionDescription], topics: [TopicDescription], items: [ItemDescription],
    indices: [IndexDescription] = [], derived: [DerivedVariable] = [], publish: PublicationPlan
  ) {
    self.code = code
    self.series = series
    self.wave = wave
    self.title = title
    self.targetPopulation = targetPopulation
    self.fieldPeriod = fieldPeriod
    self.producer = producer
    self.sampledCount = sampledCount
    self.isExample = isExample
    self.data = data
    self.design = design
    self.dimensions = dimensions
    self.topics = topics
    self.items = items
    self.indices = indices
    self.derived = derived
    self.publish = publish
  }
}

/// When answers were collected.
package struct FieldPeriod: Codable, Sendable, Hashable {
  package var from: Day
  package var to: Day
  package init(from: Day, to: Day) {
    self.from = from
    self.to = to
  }
}

/// Which file holds the answers, and how it is written.
package struct DataDescription: Codable, Sendable, Hashable {
  /// Relative to the study file.
  package var file: String
  /// For delimited text; `nil` finds it out from the header line.
  package var delimiter: String?
  /// `.` or `,`; `nil` means a point.
  package var decimalMark: String?
  /// A column whose values must be unique; never stored.
  package var idColumn: String?
  /// A GeoJSON file with the areas' outlines, relative to the study file.
  package var areasFile: String?
  /// The property in the GeoJSON that holds the area's value code.
  package var areaCodeProperty: String
  package init(
    file: String, delimiter: String? = nil, decimalMark: String? = nil, idColumn: String? = nil,
    areasFile: String? = nil, areaCodeProperty: String = "code"
  ) {
    self.file = file
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.idColumn = idColumn
    self.areasFile = areasFile
    self.areaCodeProperty = areaCodeProperty
  }
}

/// What to do with rows that have no weight.
package enum MissingWeightRule: String, Codable, Sendable, Hashable, CaseIterable {
  /// A missing weight is an error.
  case refuse
  /// The row is left out, and how many are said.
  case leaveOut = "leave-out"
}

/// What to do with a stratum that has a single sampled unit.
package enum LonelyUnitChoice: String, Codable, Sendable, Hashable, CaseIterable {
  case fail, remove, adjust, average, certainty
}

/// How the sample was drawn.
package struct DesignDescription: Codable, Sendable, Hashable {
  /// `nil`: every respondent weighs 1.
  package var weightColumn: String?
  package var missingWeight: MissingWeightRule
  /// Several columns are crossed into one stratification.
  package var strataColumns: [String]
  /// One column a stage, outermost first; empty when persons were drawn directly.
  package var clusterColumns: [String]
  /// Population sizes, one column a stage; empty: drawn with replacement, no correction.
  package var populationSizeColumns: [String]
  package var lonelyUnit: LonelyUnitChoice
  /// Whether lonely units are also dealt with where a group touches only one of several.
  package var includesLonelyInDomains: Bool
  /// `nil`: everyone in the data file answered.
  ///
  /// Done first; then trimming, then calibration.
  package var nonresponse: NonresponseDescription?
  package var trimming: TrimmingDescription?
  /// `nil`: weights are used as they are.
  package var calibration: CalibrationDescription?
  /// `nil`: uncertainty by linearisation.
  package var replicates: ReplicateDescription?
  package init(
    weightColumn: String? = nil, missingWeight: MissingWeightRule = .refuse,
    strataColumns: [String] = [], clusterColumns: [String] = [],
    populationSizeColumns: [String] = [], lonelyUnit: LonelyUnitChoice = .fail,
    includesLonelyInDomains: Bool = false, nonresponse: NonresponseDescription? = nil,
    trimming: TrimmingDescription? = nil, calibration: CalibrationDescription? = nil,
    replicates: ReplicateDescription? = nil
  ) {
    self.weightColumn = weightColumn
    self.missingWeight = missingWeight
    self.strataColumns = strataColumns
    self.clusterColumns = clusterColumns
    self.populationSizeColumns = populationSizeColumns
    self.lonelyUnit = lonelyUnit
    self.includesLonelyInDomains = includesLonelyInDomains
    self.nonresponse = nonresponse
    self.trimming = trimming
    self.calibration = calibration
    self.replicates = replicates
  }
}

/// What a dimension stands for; pages know area, sex, age and background by their role.
package enum DimensionRole: String, Codable, Sendable, Hashable, CaseIterable {
  case area, sex, age, background, other
}

/// A way to split the population into domains (redovisningsgrupper).
package struct DimensionDescription: Codable, Sendable, Hashable {
  package var code: String
  package var column: String
  package var role: DimensionRole
  package var label: LocalisedText
  package var values: [CategoryDescription]
  /// File values that put a respondent outside the dimension.
  package var missing: [String]
  package init(
    code: String, column: String, role: DimensionRole, label: LocalisedText,
    values: [CategoryDescription], missing: [String] = []
  ) {
    self.code = code
    self.column = column
    self.role = role
    self.label = label
    self.values = values
    self.missing = missing
  }
}

/// A value of a dimension, or an answer to an item, and how the data file writes it.
package struct CategoryDescription: Codable, Sendable, Hashable {
  package var code: String
  package var label: LocalisedText
  /// The ways a data file may write it, codes and labels alike; numbers in canonical form (`1`).
  package var fileValues: [String]
  package init(code: String, label: LocalisedText, fileValues: [String]) {
    self.code = code
    self.label = label
    self.fileValues = fileValues
  }
}

/// A subject area of the questionnaire.
package struct TopicDescription: Codable, Sendable, Hashable {
  package var code: String
  package var label: LocalisedText
  package init(code: String, label: LocalisedText) {
    self.code = code
    self.label = label
  }
}

/// Where in life a question is at home.
package enum Arena: String, Codable, Sendable, Hashable, CaseIterable {
  case home
  case schoolOrWork = "school-or-work"
  case leisure
}

/// A question of the survey.
package struct ItemDescription: Codable, Sendable, Hashable {
  package var code: String
  package var column: String
  package var question: LocalisedText
  /// A short name for tables and lists.
  package var label: LocalisedText
  package var topic: String
  package var arena: Arena?
  package var direction: Direction
  package var categories: [CategoryDescription]
  /// File values that are no answer: don't know, refused, not asked.
  package var missing: [String]
  package var headline: HeadlineDescription
  package init(
    code: String, column: String, question: LocalisedText, label: LocalisedText, topic: String,
    arena: Arena?, direction: Direction, categories: [CategoryDescription], missing: [String],
    headline: HeadlineDescription
  ) {
    self.code = code
    self.column = column
    self.question = question
    self.label = label
    self.topic = topic
    self.arena = arena
    self.direction = direction
    self.categories = categories
    self.missing = missing
    self.headline = headline
  }
}

/// The share that an item is summed up by.
package struct HeadlineDescription: Codable, Sendable, Hashable {
  /// Category codes that count as "yes".
  package var categories: [String]
  /// What the share is called: "Känner sig otrygga".
  package var label: LocalisedText
  package init(categories: [String], label: LocalisedText) {
    self.categories = categories
    self.label = label
  }
}

/// A mean over several items, each mapped onto one scale.
///
///     index of a person = mean over the answered items of (position of the answer on 0…scaleMax)
///
/// A category's position is its score; without ``scores`` its order: the first is 0, the last is
/// ``scaleMax``, evenly spaced.
/// A person counts when at least ``minimumAnswered`` of the items are answered.
package struct IndexDescription: Codable, Sendable, Hashable {
  package var code: String
  package var label: LocalisedText
  package var description: LocalisedText
  package var topic: String
  package var direction: Direction
  package var items: [String]
  package var scaleMax: Double
  package var minimumAnswered: Int
  /// The score of each category in order, the largest of them ``scaleMax``; `nil` for even steps.
  package var scores: [Double]?
  package init(
    code: String, label: LocalisedText, description: LocalisedText, topic: String,
    direction: Direction, items: [String], scaleMax: Double, minimumAnswered: Int,
    scores: [Double]? = nil
  ) {
    self.scores = scores
    self.code = code
    self.label = label
    self.description = description
    self.topic = topic
    self.direction = direction
    self.items = items
    self.scaleMax = scaleMax
    self.minimumAnswered = minimumAnswered
  }
}

/// A variable made from columns of the file; dimensions and items may name it as their column.
package struct DerivedVariable: Codable, Sendable, Hashable {
  package enum Rule: Codable, Sendable, Hashable {
    /// New value by old value; values not listed become missing.
    case recode(column: String, to: [RecodedValue])
    /// A number into groups: value k (1-based) when edges[k−1] ≤ x < edges[k].
    case cut(column: String, edges: [Double])
    /// `1` when any of the columns has one of the values, else `0`; missing when all are missing.
    case any(columns: [String], values: [String])
    /// `1` when all of the columns have one of the values, else `0`; missing when any is missing.
    case all(columns: [String], values: [String])
  }
  package var name: String
  package var rule: Rule
  package init(name: String, rule: Rule) {
    self.name = name
    self.rule = rule
  }
}

/// One line of a recode list.
package struct RecodedValue: Codable, Sendable, Hashable {
  package var from: [String]
  package var to: String
  package init(from: [String], to: String) {
    self.from = from
    self.to = to
  }
}

/// What is published, by what, and by which rules.
package struct PublicationPlan: Codable, Sendable, Hashable {
  /// Items and indices that stand first on the overview and on every area's page.
  package var highlights: [String]
  /// Each breakdown is a list of dimension codes; everyone together is always published.
  package var breakdowns: [[String]]
  package var rules: DisclosureRules
  package init(highlights: [String], breakdowns: [[String]], rules: DisclosureRules) {
    self.highlights = highlights
    self.breakdowns = breakdowns
    self.rules = rules
  }
}
