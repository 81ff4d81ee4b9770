import Foundation
import SafetyModel
import TestSupport
import Testing
import Workflows

@testable import StorageSQLite

@Suite("The hash of answers")
struct AnswerRecordTests {
  @Test("does not depend on the order of the columns")
  func order() throws {
    var record = try AnswerRecord(InventedAnswers.make())
    let hash = record.hash()
    record.columns.reverse()
    #expect(record.hash() == hash)
  }

  @Test("differs for every change", arguments: Change.all)
  func change(_ change: Change) throws {
    let hash = try AnswerRecord(InventedAnswers.make()).hash()
    var answers = InventedAnswers.make()
    change.apply(&answers)
    #expect(try AnswerRecord(answers).hash() != hash)
  }

  @Test("never lets one field flow into the next")
  func fields() {
    func hash(_ name: String, _ content: [UInt8]) -> Data {
      AnswerRecord(
        rowCount: 1, lonelyUnit: "fail",
        columns: [AnswerColumn(kind: .numeric, name: name, content: Data(content))]
      ).hash()
    }
    #expect(hash("a", [98, 99]) != hash("ab", [99]))
  }
}

/// One small change of answers.
struct Change: Sendable, CustomStringConvertible {
  let description: String
  let apply: @Sendable (inout StoredAnswers) -> Void

  static let all = [
    Change(description: "a weight") { $0.weights[7] = $0.weights[7].nextUp },
    Change(description: "a stratum") { $0.strata?[0] += 1 },
    Change(description: "no strata") { $0.strata = nil },
    Change(description: "a population size") { $0.populationSizes?[3] += 1 },
    Change(description: "units added") { $0.primaryUnits = $0.strata },
    Change(description: "the rule") { $0.lonelyUnit = .remove },
    Change(description: "an answer") { $0.codedColumns["item.q2"]?.codes[9] ^= 1 },
    Change(description: "a category") { $0.codedColumns["item.q2"]?.categories[0] = "Never" },
    Change(description: "a name") {
      $0.codedColumns["item.q9"] = $0.codedColumns.removeValue(forKey: "item.q2")
    },
    Change(description: "an index") { $0.numericColumns["index.disorder"]?[5] = 0.25 },
  ]
}
