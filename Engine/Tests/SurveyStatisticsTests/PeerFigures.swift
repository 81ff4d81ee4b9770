import Foundation
import OracleCases
import SurveyStatistics

/// The invented survey, and what another program says of it.
///
/// The figures come from `Tools/oracle/estimators.py`: numpy, scipy and statsmodels, with numerical
/// derivatives in place of linearisation.
struct PeerFigures {
  private static let golden = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")

  let table: DataTable
  private let figures: JSONValue

  init() throws {
    table = try DataTable(
      contentsOf: Self.golden.appendingPathComponent("data/safety_dev.csv").path)
    figures = try JSONDecoder().decode(
      JSONValue.self,
      from: Data(contentsOf: Self.golden.appendingPathComponent("peers/estimators.json")))
  }

  /// Numbers by their path, such as `nonresponse`, `classes`, `se`.
  func numbers(_ path: String...) -> [Double] {
    path.reduce(figures) { $0[$1] ?? .null }.numbers ?? []
  }

  func values(_ name: String) throws -> [Double] { try table.values(name) }

  func column(_ name: String) throws -> NumericColumn { NumericColumn(values: try values(name)) }

  func mask(_ name: String, _ code: Double) throws -> [Bool] { try values(name).map { $0 == code } }

  func groups(_ name: String) throws -> DomainColumn {
    let codes = try values(name).map { UInt16($0) }
    return try DomainColumn(codes: codes, domainCount: Int(codes.max() ?? 0))
  }

  func item(_ name: String, categories: Int) throws -> CodedColumn {
    try CodedColumn(
      codes: values(name).map { $0.isNaN ? 0 : UInt8($0) }, categoryCount: categories)
  }

  /// 1 for those who feel rather or very unsafe, 0 for the others.
  func unsafe() throws -> NumericColumn {
    NumericColumn(values: try values("unsafe").map { $0.isNaN ? .nan : $0 >= 3 ? 1 : 0 })
  }

  /// Strata and primary units, drawn with replacement.
  func design() throws -> SurveyDesign {
    try SurveyDesign(
      weights: values("weight"), strata: values("stratum").map { Int32($0) },
      primaryUnits: values("psu").map { Int32($0) })
  }

  /// The indicators of a variable's categories but the first.
  func dummies(_ names: String...) throws -> [NumericColumn] {
    try names.flatMap { name in
      let values = try values(name)
      return Set(values).sorted().dropFirst().map { code in
        NumericColumn(values: values.map { $0 == code ? 1 : 0 })
      }
    }
  }
}

/// Whether all numbers agree.
func allNearly(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
  a.count == b.count && !a.isEmpty && zip(a, b).allSatisfy { nearly($0, $1, tolerance) }
}
