/// The largest workbook that is taken.
package struct WorkbookLimits: Sendable, Hashable {
  package var zip: ZipLimits
  package var rows: Int
  package var cells: Int
  package var texts: Int
  package init(
    zip: ZipLimits = ZipLimits(), rows: Int = 200_000, cells: Int = 20_000_000,
    texts: Int = 2_000_000
  ) {
    self.zip = zip
    self.rows = rows
    self.cells = cells
    self.texts = texts
  }
}
