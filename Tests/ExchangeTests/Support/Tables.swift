import SafetyModel
import Testing
import Workflows

extension SourceValues {
  /// The canonical text of each row.
  var texts: [String] {
    switch self {
    case .coded(let distinct, let codes): codes.map { distinct[Int($0)] }
    case .numbers(let numbers): numbers.map(CanonicalNumber.text)
    }
  }

  var isCoded: Bool {
    if case .coded = self { return true }
    return false
  }
}

extension SourceTable {
  /// The rows as canonical texts.
  var rows: [[String]] {
    let texts = columns.map(\.values.texts)
    return (0..<rowCount).map { row in texts.map { $0[row] } }
  }

  /// What every reader promises, whatever it was given.
  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) {
    for column in columns {
      switch column.values {
      case .coded(let distinct, let codes):
        #expect(codes.count == rowCount, sourceLocation: sourceLocation)
        #expect(distinct.first == "", sourceLocation: sourceLocation)
        #expect(Set(distinct).count == distinct.count, sourceLocation: sourceLocation)
        #expect(
          codes.allSatisfy { distinct.indices.contains(Int($0)) }, sourceLocation: sourceLocation)
      case .numbers(let numbers):
        #expect(numbers.count == rowCount, sourceLocation: sourceLocation)
      }
    }
  }
}

/// The problems that reading throws; recorded as an issue when it throws none.
func problems(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> [Problem] {
  do {
    try body()
    Issue.record("nothing was refused", sourceLocation: sourceLocation)
    return []
  } catch let problems as Problems {
    return problems.list
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
    return []
  }
}

/// A problem in short: `csv.fieldCount 3:1`.
func short(_ problem: Problem) -> String {
  guard let position = problem.position else { return problem.key }
  return "\(problem.key) \(position.line):\(position.column)"
}
