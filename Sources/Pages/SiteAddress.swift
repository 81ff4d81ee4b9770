package import SafetyModel

/// Where a page is: the one place that makes and reads the addresses of the site.
///
/// ``SiteAddress/path`` and ``SiteAddress/init(path:)`` are each other's inverse. The words of an address
/// are in the language of the page and stand in `Texts` under `page.address.`.
package struct SiteAddress: Sendable, Hashable {
  package var language: Language
  /// A publication that is read as it was; `nil` for the site as it is now.
  package var publication: Int?
  package var page: Page

  package init(language: Language, publication: Int? = nil, page: Page) {
    self.language = language
    self.publication = publication
    self.page = page
  }

  /// A page of the site, or a file that it offers.
  package enum Page: Sendable, Hashable {
    case overview
    case indicators
    case indicator(String)
    /// An indicator's values elsewhere.
    case comparison(String, ComparisonChoice = ComparisonChoice())
    /// An indicator's values elsewhere, as a file.
    case comparisonFile(String, fileEnding: String)
    /// Everything that is known of an indicator, as a file with an ending such as `csv`.
    case indicatorFile(String, fileEnding: String)
    /// The register of vulnerable areas.
    case register
    case preconditions
    /// Living conditions in one area.
    case areaPreconditions(String)
    case areas
    case area(String)
    case differences(DifferenceFilter)
    case questions
    case question(String)
    case method
    case data
    case table(PublishedTableName)
    case about
    case accessibility
  }

  /// Another page in the same language and the same publication.
  package func to(_ page: Page) -> SiteAddress {
    SiteAddress(language: language, publication: publication, page: page)
  }

  /// The same page in another language.
  package func twin(in language: Language) -> SiteAddress {
    SiteAddress(language: language, publication: publication, page: page)
  }

  /// The same page as it is now.
  package var current: SiteAddress { SiteAddress(language: language, page: page) }

  /// The site's first page in this language, as it is now.
  package var home: SiteAddress { SiteAddress(language: language, page: .overview) }
}

extension SiteAddress.Page {
  /// Whether the page belongs to no publication of the survey.
  package var isAlwaysCurrent: Bool {
    switch self {
    case .indicators, .indicator, .comparison, .comparisonFile, .indicatorFile, .register,
      .preconditions, .areaPreconditions:
      true
    case .overview, .areas, .area, .differences, .questions, .question, .method, .data, .table,
      .about, .accessibility:
      false
    }
  }
}

/// Which differences a reader wants to see.
package struct DifferenceFilter: Sendable, Hashable {
  /// The code of a topic; `nil` for all.
  package var topic: String?
  /// The code of a ``ComparisonFamily``; `nil` for all.
  package var comparison: String?
  /// Whether the comparisons that are not certain are listed too.
  package var includesUncertain: Bool
  /// Which leaf of a long list, counted from 1.
  package var leaf: Int

  package init(
    topic: String? = nil, comparison: String? = nil, includesUncertain: Bool = false, leaf: Int = 1
  ) {
    self.topic = topic
    self.comparison = comparison
    self.includesUncertain = includesUncertain
    self.leaf = leaf
  }

  /// The same choice at another leaf of the list.
  package func at(leaf: Int) -> DifferenceFilter {
    DifferenceFilter(
      topic: topic, comparison: comparison, includesUncertain: includesUncertain, leaf: leaf)
  }
}

/// Whom and when a reader wants to compare with.
package struct ComparisonChoice: Sendable, Hashable {
  /// The code of a group; the first when `nil`.
  package var group: String?
  /// The newest when `nil`.
  package var period: Period?
  package init(group: String? = nil, period: Period? = nil) {
    self.group = group
    self.period = period
  }
}

/// A published table as a file: which publication, which table, and how it is written.
package struct PublishedTableName: Sendable, Hashable {
  package var publication: Int
  package var subject: String
  /// The crossed dimensions, outermost first; empty for everyone.
  package var dimensions: [String]
  /// The file ending without its point: `csv`.
  package var fileEnding: String

  package init(publication: Int, subject: String, dimensions: [String], fileEnding: String) {
    self.publication = publication
    self.subject = subject
    self.dimensions = dimensions
    self.fileEnding = fileEnding
  }
}
