package import SafetyModel

extension Texts {
  /// A period as people write it: `2025`, `2019–2020`, `kvartal 3 2025`, `mars 2025`.
  package func period(_ period: Period) -> String {
    switch period {
    case .year(let year): String(year)
    case .years(let first, let last): "\(first)–\(last)"
    case .halfYear(let year, let half):
      self("common.period.half.\(half)", ["year": String(year)])
    case .quarter(let year, let quarter):
      self("common.period.quarter", ["quarter": String(quarter), "year": String(year)])
    case .month(let year, let month):
      self(
        "common.period.month", ["month": self("page.month.\(month)"), "year": String(year)])
    case .day(let day):
      self(
        "page.date",
        [
          "day": String(day.day), "month": self("page.month.\(day.month)"),
          "year": String(day.year),
        ])
    }
  }
}
