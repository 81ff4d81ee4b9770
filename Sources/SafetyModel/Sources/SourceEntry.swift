/// A source of values as the municipality has set it up: which table, what is asked of it, and
/// what its parts mean here.
package struct SourceEntry: Codable, Sendable, Hashable {
  package var code: String
  package var name: LocalisedText
  package var publisher: LocalisedText
  /// Under which terms the values may be used: `CC0`.
  package var terms: String?
  /// The code of the format or interface that it speaks: `pxweb-2`.
  package var format: String
  /// Where it is asked; `nil` when a file is read instead.
  package var address: String?
  /// A file, from the folder of the file that holds this entry.
  package var file: String?
  /// What is asked, by variable in the publisher's own codes, in order.
  package var query: [SourceSelection]
  /// Settings of the format: the sheet of a workbook, the decimal mark of a text file.
  package var options: [String: String]
  package var series: [SeriesEntry]

  package init(
    code: String, name: LocalisedText, publisher: LocalisedText, terms: String?, format: String,
    address: String?, file: String?, query: [SourceSelection], options: [String: String],
    series: [SeriesEntry]
  ) {
    self.code = code
    self.name = name
    self.publisher = publisher
    self.terms = terms
    self.format = format
    self.address = address
    self.file = file
    self.query = query
    self.options = options
    self.series = series
  }
}

/// A variable of a source and the values that are asked for.
package struct SourceSelection: Codable, Sendable, Hashable {
  package var variable: String
  /// The publisher's codes, or an expression that its interface knows: `top(5)`.
  package var values: [String]
  package init(variable: String, values: [String]) {
    self.variable = variable
    self.values = values
  }
}

/// A series of values that a source fills, and where they stand in its table.
package struct SeriesEntry: Codable, Sendable, Hashable {
  package var code: String
  package var name: LocalisedText
  package var kind: SeriesKind
  package var unit: SeriesUnit
  package var decimals: Int
  /// The dimension whose categories are periods; `nil` when the whole table is of `fixedPeriod`.
  package var period: String?
  package var fixedPeriod: Period?
  package var place: PlaceRule
  /// Dimensions that are groups here.
  package var breakdown: [BreakdownRule]
  /// The one category that is wanted of each other dimension.
  package var select: [String: String]
  /// Where the table tells how sure the values are; `nil` when it doesn't.
  package var uncertainty: UncertaintyRule?

  package init(
    code: String, name: LocalisedText, kind: SeriesKind, unit: SeriesUnit, decimals: Int,
    period: String?, fixedPeriod: Period?, place: PlaceRule, breakdown: [BreakdownRule],
    select: [String: String], uncertainty: UncertaintyRule? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.unit = unit
    self.decimals = decimals
    self.period = period
    self.fixedPeriod = fixedPeriod
    self.place = place
    self.breakdown = breakdown
    self.select = select
    self.uncertainty = uncertainty
  }
}

/// The unit that a publisher's numbers are in.
package enum SeriesUnit: String, Codable, Sendable, Hashable, CaseIterable {
  /// 12.5 stands for 12.5 %; kept as the proportion 0.125.
  case percent
  /// 0.125 stands for 12.5 %.
  case proportion
  case count
  /// For each 100 000 inhabitants.
  case per100k = "per-100000"
  /// For each 1 000 inhabitants.
  case per1000 = "per-1000"
  /// Thousands of kronor.
  case thousandKronor = "thousand-kronor"
  case number
}

/// Which places the values are about.
package struct PlaceRule: Codable, Sendable, Hashable {
  /// The dimension whose categories are places; `nil` when everything is about `fixed`.
  package var dimension: String?
  package var kind: Place.Kind
  /// For areas, the division with its year: `deso-2018`.
  package var geography: String
  /// The one place of a table without places.
  package var fixed: String?
  /// Our code by the publisher's, where they differ; others are kept as they are.
  package var codes: [String: String]

  package init(
    dimension: String?, kind: Place.Kind, geography: String = "", fixed: String? = nil,
    codes: [String: String] = [:]
  ) {
    self.dimension = dimension
    self.kind = kind
    self.geography = geography
    self.fixed = fixed
    self.codes = codes
  }
}

/// A dimension of a table that divides people into groups.
package struct BreakdownRule: Codable, Sendable, Hashable {
  /// Our code of the dimension: `sex`.
  package var code: String
  /// The publisher's dimension.
  package var dimension: String
  /// Our code of the group by the publisher's category; the empty code stands for everyone.
  ///
  /// A category that is not here is left out.
  package var groups: [String: String]

  package init(code: String, dimension: String, groups: [String: String]) {
    self.code = code
    self.dimension = dimension
    self.groups = groups
  }
}
