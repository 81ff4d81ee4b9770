/// Which domain each respondent belongs to: the groups that figures are about.
public struct DomainColumn: Sendable {
  /// One code for each row: 0 when the row is in no domain, else from 1 to ``domainCount``.
  public let codes: [UInt16]
  /// How many domains there are, with respondents or without; 0 to 65,535.
  public let domainCount: Int

  /// Makes a column from its codes.
  ///
  /// - Parameters:
  ///   - codes: one code for each row; 0 is no domain.
  ///   - domainCount: the largest code allowed; at most 65,535.
  /// - Throws: ``MicrodataError/tooManyCodes(count:limit:)`` for a count below 0 or above 65,535;
  ///   ``MicrodataError/codeOutOfRange(row:code:count:)`` for the first code above the count.
  public init(codes: [UInt16], domainCount: Int) throws(MicrodataError) {
    guard domainCount >= 0, domainCount <= Int(UInt16.max) else {
      throw .tooManyCodes(count: domainCount, limit: Int(UInt16.max))
    }
    if let row = codes.firstIndex(where: { Int($0) > domainCount }) {
      throw .codeOutOfRange(row: row, code: Int(codes[row]), count: domainCount)
    }
    self.init(checkedCodes: codes, domainCount: domainCount)
  }

  private init(checkedCodes: [UInt16], domainCount: Int) {
    codes = checkedCodes
    self.domainCount = domainCount
  }

  /// The single domain, with code 1, that holds every row.
  public static func everyone(rowCount: Int) -> DomainColumn {
    DomainColumn(checkedCodes: Array(repeating: 1, count: rowCount), domainCount: 1)
  }

  /// The domains that arise when these are divided by others; a row in none of either is in none.
  ///
  /// The other's codes run fastest: (a − 1) · `other.domainCount` + b.
  ///
  /// - Parameter other: the domains to divide by, for the same rows.
  /// - Returns: a column with `domainCount · other.domainCount` domains.
  /// - Throws: ``MicrodataError/rowCountMismatch(expected:actual:)``;
  ///   ``MicrodataError/tooManyCodes(count:limit:)`` for more than 65,535 domains.
  public func crossed(with other: DomainColumn) throws(MicrodataError) -> DomainColumn {
    guard codes.count == other.codes.count else {
      throw .rowCountMismatch(expected: codes.count, actual: other.codes.count)
    }
    let (count, overflow) = domainCount.multipliedReportingOverflow(by: other.domainCount)
    guard !overflow, count <= Int(UInt16.max) else {
      throw .tooManyCodes(count: overflow ? Int.max : count, limit: Int(UInt16.max))
    }
    let width = UInt16(other.domainCount)
    let crossed = zip(codes, other.codes).map { a, b in
      a == 0 || b == 0 ? 0 : (a - 1) * width + b
    }
    return DomainColumn(checkedCodes: crossed, domainCount: count)
  }
}
