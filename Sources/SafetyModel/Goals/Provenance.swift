/// Where a value comes from.
package struct Provenance: Codable, Sendable, Hashable {
  /// The code of the source, as in its entry: `kolada-reported-offences`.
  package var source: String
  /// The publisher's own name of the table, key figure or file: `N07403`, `BE0101N1`.
  package var table: String?
  /// The publisher's own codes of the value within the table: `1290/2024/T`.
  package var originalCode: String?
  /// The publisher's codes of the value's uncertainty, each with what it is; `nil` when none is told.
  ///
  /// As `margin-of-error: 1290/2024/T/fm; base: 1290/2024/T/n`.
  package var uncertaintyCode: String?
  /// The address that was asked, without anything secret; `nil` for a file.
  package var address: String?
  /// When it was fetched or imported, ISO 8601 in UTC: `2025-11-22T20:45:00Z`.
  package var retrievedAt: String
  /// The publisher's own date of the value or table, as the publisher writes it.
  package var publishedAt: String?
  /// What the value replaced; `nil` for a value that has never been changed.
  ///
  /// The store sets it: a reader always gives `nil`.
  package var revision: Revision?

  package init(
    source: String, table: String? = nil, originalCode: String? = nil,
    uncertaintyCode: String? = nil, address: String? = nil,
    retrievedAt: String, publishedAt: String? = nil, revision: Revision? = nil
  ) {
    self.source = source
    self.table = table
    self.originalCode = originalCode
    self.uncertaintyCode = uncertaintyCode
    self.address = address
    self.retrievedAt = retrievedAt
    self.publishedAt = publishedAt
    self.revision = revision
  }
}

/// A publisher's change of a value that had been told before.
package struct Revision: Codable, Sendable, Hashable {
  /// 1 for the first change of the value, 2 for the second.
  package var number: Int
  /// The value before this one.
  package var earlier: ObservedValue
  /// When the earlier value was fetched.
  package var earlierRetrievedAt: String

  package init(number: Int, earlier: ObservedValue, earlierRetrievedAt: String) {
    self.number = number
    self.earlier = earlier
    self.earlierRetrievedAt = earlierRetrievedAt
  }
}
