import SafetyModel
import TestSupport
import Testing
package import Workflows

extension StorageContract {
  static let answerCases =
    AwkwardAnswers.all.map { name, answers in
      ContractCase("gives back answers bit by bit: \(name)") { storage in
        _ = try await storage.publications.append(InventedPublication.make(), answers: answers)
        let again = try await storage.reopened()
        let found = try await again.answers.answers(of: 1)
        #expect(found.map { $0.isIdentical(to: answers) } == true)
      }
    } + [
      ContractCase("keeps each publication's own answers") { storage in
        for (place, wave) in [2021, 2022, 2022].enumerated() {
          _ = try await storage.publications.append(
            InventedPublication.make(wave: wave),
            answers: InventedAnswers.make(rows: 10, seed: UInt64(place)))
        }
        for number in 1...3 {
          let expected = InventedAnswers.make(rows: 10, seed: UInt64(number - 1))
          let found = try await storage.answers.answers(of: number)
          #expect(found.map { $0.isIdentical(to: expected) } == true)
        }
        #expect(try await storage.answers.answers(of: 4) == nil)
      }
    ]
}

/// Answers that a careless store would change.
private enum AwkwardAnswers {
  static let all: [(name: String, answers: StoredAnswers)] = [
    ("usual", InventedAnswers.make()),
    ("no rows", InventedAnswers.make(rows: 0)),
    ("no columns", bare),
    ("extreme numbers", extreme),
    ("empty is not absent", emptyDesign),
    ("as many categories as a byte holds", crowded),
    ("names in any letters", named),
  ]

  private static var bare: StoredAnswers {
    StoredAnswers(
      rowCount: 2, weights: [1, 1], strata: nil, primaryUnits: nil, populationSizes: nil,
      lonelyUnit: .fail, codedColumns: [:], numericColumns: [:])
  }

  private static var extreme: StoredAnswers {
    var answers = bare
    let values = [
      .nan, -.nan, .signalingNaN, Double(nan: 12345, signaling: false), .infinity, -.infinity, 0,
      -0.0, .leastNonzeroMagnitude, -.greatestFiniteMagnitude, 0.1,
    ]
    answers.rowCount = values.count
    answers.weights = values
    answers.strata = values.indices.map { $0 % 2 == 0 ? .min + Int32($0) : .max - Int32($0) }
    answers.primaryUnits = values.indices.map { Int32($0) - 5 }
    answers.populationSizes = values.reversed()
    answers.numericColumns = ["index.x": values]
    answers.lonelyUnit = .certainty
    return answers
  }

  private static var emptyDesign: StoredAnswers {
    var answers = bare
    answers.rowCount = 0
    answers.weights = []
    answers.strata = []
    answers.populationSizes = []
    answers.codedColumns = ["item.empty": StoredCodes(categories: [], codes: [])]
    answers.numericColumns = ["index.empty": []]
    return answers
  }

  private static var crowded: StoredAnswers {
    var answers = bare
    answers.rowCount = 256
    answers.weights = Array(repeating: 1, count: 256)
    answers.codedColumns["item.many"] = StoredCodes(
      categories: (1...255).map { "category \($0)" }, codes: (0...255).map { UInt8($0) })
    return answers
  }

  private static var named: StoredAnswers {
    var answers = bare
    for name in ["item.å", "item.a\u{30A}b", "item.'; --", "index.🛟", "a", "A", ""] {
      answers.codedColumns[name] = StoredCodes(categories: [name, "\"\\\u{0}\n"], codes: [1, 2])
      answers.numericColumns[name] = [.nan, 2]
    }
    return answers
  }
}

extension StoredAnswers {
  /// Equal to the bit: NaN equals the same NaN, and −0 differs from 0.
  package func isIdentical(to other: StoredAnswers) -> Bool {
    func bits(_ values: [Double]?) -> [UInt64]? { values?.map(\.bitPattern) }
    func categories(_ answers: StoredAnswers) -> [String: [[UInt8]]] {
      answers.codedColumns.mapValues { $0.categories.map { Array($0.utf8) } }
    }
    return rowCount == other.rowCount && bits(weights) == bits(other.weights)
      && strata == other.strata && primaryUnits == other.primaryUnits
      && bits(populationSizes) == bits(other.populationSizes) && lonelyUnit == other.lonelyUnit
      && codedColumns == other.codedColumns && categories(self) == categories(other)
      && numericColumns.mapValues { bits($0) } == other.numericColumns.mapValues { bits($0) }
  }
}
