/// The largest zip file that is taken.
///
/// What a file says about its own sizes is only used to refuse it early; the bytes that really come
/// out are counted as well.
package struct ZipLimits: Sendable, Hashable {
  package var archiveBytes: Int
  package var entries: Int
  package var entryBytes: Int
  package var totalBytes: Int
  package init(
    archiveBytes: Int = 50_000_000, entries: Int = 1_000, entryBytes: Int = 256_000_000,
    totalBytes: Int = 512_000_000
  ) {
    self.archiveBytes = archiveBytes
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
  }
}
