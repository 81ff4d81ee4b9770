/// How weights are made to reproduce known totals of the population.
package struct CalibrationDescription: Codable, Sendable, Hashable {
  package enum Method: String, Codable, Sendable, Hashable, CaseIterable {
    case raking, linear, logit
    /// To one margin, which may be crossed.
    case postStratification = "post-stratification"
  }

  /// What bounds are about: new weight ÷ old weight, or the new weight itself.
  package enum Bounded: String, Codable, Sendable, Hashable, CaseIterable {
    case factor, weight
  }

  /// Whether each row has a factor of its own, or all rows of a primary unit the same.
  package enum Level: String, Codable, Sendable, Hashable, CaseIterable {
    case row, cluster
  }

  package var method: Method
  /// The smallest and the largest allowed; two numbers, or none.
  package var bounds: [Double]
  package var bounded: Bounded
  package var level: Level
  /// The size of the population; needed only where no margin tells it.
  package var population: Double?
  package var margins: [CalibrationMargin]
  package var numbers: [CalibrationNumber]

  package init(
    method: Method = .raking, bounds: [Double] = [], bounded: Bounded = .factor,
    level: Level = .row, population: Double? = nil, margins: [CalibrationMargin] = [],
    numbers: [CalibrationNumber] = []
  ) {
    self.method = method
    self.bounds = bounds
    self.bounded = bounded
    self.level = level
    self.population = population
    self.margins = margins
    self.numbers = numbers
  }
}

/// Known sizes of the population's groups.
package struct CalibrationMargin: Codable, Sendable, Hashable {
  package var code: String
  /// Variables of the data file, or derived ones; crossed when there are several.
  package var columns: [String]
  /// The size of each group; the values of crossed columns have `/` between.
  package var totals: [MarginTotal]
  package init(code: String, columns: [String], totals: [MarginTotal]) {
    self.code = code
    self.columns = columns
    self.totals = totals
  }
}

/// How many of the population have a value.
package struct MarginTotal: Codable, Sendable, Hashable {
  package var value: String
  package var total: Double
  package init(value: String, total: Double) {
    self.value = value
    self.total = total
  }
}

/// The known total of a number in the population, such as all incomes.
package struct CalibrationNumber: Codable, Sendable, Hashable {
  package var code: String
  package var column: String
  package var total: Double
  package init(code: String, column: String, total: Double) {
    self.code = code
    self.column = column
    self.total = total
  }
}

/// How those who answered stand for those who did not, who are rows of the data file too.
package struct NonresponseDescription: Codable, Sendable, Hashable {
  package enum Method: String, Codable, Sendable, Hashable, CaseIterable {
    /// Within crossed classes.
    case classes
    /// By the probability to answer, from a logistic model.
    case propensity
  }

  package var method: Method
  /// The variable that tells who answered.
  package var column: String
  /// Its values for those who did.
  package var values: [String]
  /// Variables that are known of everyone who was drawn.
  package var by: [String]

  package init(method: Method = .classes, column: String, values: [String], by: [String]) {
    self.method = method
    self.column = column
    self.values = values
    self.by = by
  }
}

/// The least and the largest weight allowed; what is cut off is shared by the others.
package struct TrimmingDescription: Codable, Sendable, Hashable {
  package var least: Double
  package var largest: Double
  /// Whether to go on until no weight that received a share lies outside.
  package var isStrict: Bool

  package init(least: Double, largest: Double, isStrict: Bool = false) {
    self.least = least
    self.largest = largest
    self.isStrict = isStrict
  }
}

/// Weights of many made-up samples, from which an analyst's estimates take their uncertainty.
package enum ReplicateDescription: Codable, Sendable, Hashable {
  /// Each leaves one primary unit out.
  case jackknife
  /// Units drawn again within each stratum, from a seed.
  case bootstrap(count: Int, seed: Int)
  /// Columns of the data file.
  case given(GivenReplicates)
}

/// Replicate weights that came with the data.
package struct GivenReplicates: Codable, Sendable, Hashable {
  package enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
    case jk1 = "JK1"
    case jkn = "JKn"
    case brr = "BRR"
    case fay = "Fay"
    case bootstrap
    case other
  }

  package var kind: Kind
  package var columns: [String]
  /// What the sum of squares is multiplied by; `nil` for what the kind says.
  package var scale: Double?
  /// One for each replicate; empty for all 1.
  package var factors: [Double]
  /// Fay's ρ, from 0 to below 1.
  package var rho: Double
  /// Whether the columns are whole weights, and not what the weight is multiplied by.
  package var isCombined: Bool
  /// Whether deviations are from the estimate, and not from the replicates' mean.
  package var isAroundEstimate: Bool

  package init(
    kind: Kind = .other, columns: [String], scale: Double? = nil, factors: [Double] = [],
    rho: Double = 0, isCombined: Bool = true, isAroundEstimate: Bool = false
  ) {
    self.kind = kind
    self.columns = columns
    self.scale = scale
    self.factors = factors
    self.rho = rho
    self.isCombined = isCombined
    self.isAroundEstimate = isAroundEstimate
  }

  /// The scale that is given, or the kind's own: (R − 1)/R, 1, 1/R, 1/(R(1 − ρ)²), 1/(R − 1), 1.
  package var usedScale: Double {
    if let scale { return scale }
    let count = Double(max(columns.count, 1))
    switch kind {
    case .jk1: return (count - 1) / count
    case .jkn, .other: return 1
    case .brr: return 1 / count
    case .fay: return 1 / (count * (1 - rho) * (1 - rho))
    case .bootstrap: return 1 / max(count - 1, 1)
    }
  }
}
