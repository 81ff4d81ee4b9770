import Foundation
import SafetyModel
import Texts

extension SiteAddress {
  /// The address as it is written in a link, with its query.
  package var path: String {
    let words = AddressWords(language)
    var parts = [language.code]
    if let publication { parts += [words.publication, String(publication)] }
    parts += words.parts(of: page)
    // The root of a language ends in a slash, so that it reads as a place: `/sv/`.
    let path = "/" + parts.joined(separator: "/") + (parts.count == 1 ? "/" : "")
    let query = words.query(of: page)
    return query.isEmpty ? path : path + "?" + query
  }

  /// Reads an address, or `nil` when no page can be there.
  package init?(path text: String) {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = halves.first, path.first == "/" else { return nil }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)[...]
    if parts.last == "" { parts = parts.dropLast() }
    guard let code = parts.popFirst().map(String.init), let texts = Texts.in(code) else {
      return nil
    }
    let words = AddressWords(texts)
    var publication: Int?
    if parts.first.map(String.init) == words.publication {
      guard let number = parts.dropFirst().first.flatMap({ SiteAddress.number($0) }) else {
        return nil
      }
      publication = number
      parts = parts.dropFirst(2)
    }
    let query = halves.count > 1 ? String(halves[1]) : ""
    guard let page = words.page(parts.map(String.init), query: query) else { return nil }
    self.init(language: texts.language, publication: publication, page: page)
  }

  /// A publication's number; `03` or `+3` would be a second address of the same page.
  fileprivate static func number(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text), number > 0, String(number) == text else { return nil }
    return number
  }
}

/// The words of the addresses in one language.
private struct AddressWords {
  private let texts: Texts

  init(_ texts: Texts) { self.texts = texts }
  init(_ language: Language) { texts = Texts.in(language.code) ?? .english }

  private func word(_ key: String) -> String { texts("page.address.\(key)") }
  var publication: String { word("publication") }

  func parts(of page: SiteAddress.Page) -> [String] {
    switch page {
    case .overview: []
    case .indicators: [word("indicators")]
    case .indicator(let code): [word("indicators"), encoded(code)]
    case .comparison(let code, _): [word("indicators"), encoded(code), word("comparison")]
    case .comparisonFile(let code, let ending):
      [
        word("data"), word("indicators"), encoded(code),
        word("comparison") + "." + encoded(ending),
      ]
    case .indicatorFile(let code, let ending):
      [word("data"), word("indicators"), encoded(code) + "." + encoded(ending)]
    case .register: [word("register")]
    case .preconditions: [word("preconditions")]
    case .areaPreconditions(let code): [word("preconditions"), encoded(code)]
    case .areas: [word("areas")]
    case .area(let code): [word("areas"), encoded(code)]
    case .differences: [word("differences")]
    case .questions: [word("questions")]
    case .question(let code): [word("questions"), encoded(code)]
    case .method: [word("method")]
    case .data: [word("data")]
    case .table(let table): [word("data"), String(table.publication), fileName(of: table)]
    case .about: [word("about")]
    case .accessibility: [word("accessibility")]
    }
  }

  func page(_ parts: [String], query: String) -> SiteAddress.Page? {
    guard let first = parts.first else { return .overview }
    if parts.count == 1 {
      let plain: [(String, SiteAddress.Page)] = [
        ("indicators", .indicators), ("register", .register), ("preconditions", .preconditions),
        ("areas", .areas), ("differences", .differences(filter(query))),
        ("questions", .questions), ("method", .method), ("data", .data), ("about", .about),
        ("accessibility", .accessibility),
      ]
      return plain.first { word($0.0) == first }?.1
    }
    if parts.count == 2, let code = decoded(parts[1]) {
      if first == word("areas") { return .area(code) }
      if first == word("questions") { return .question(code) }
      if first == word("indicators") { return .indicator(code) }
      if first == word("preconditions") { return .areaPreconditions(code) }
    }
    if parts.count == 3, first == word("indicators"), parts[2] == word("comparison") {
      return decoded(parts[1]).flatMap { code in
        choice(query).map { .comparison(code, $0) }
      }
    }
    if parts.count == 4, first == word("data"), parts[1] == word("indicators") {
      return comparisonFile(parts[2], parts[3])
    }
    if parts.count == 3, first == word("data"), parts[1] == word("indicators") {
      return indicatorFile(parts[2])
    }
    if parts.count == 3, first == word("data"), let number = SiteAddress.number(parts[1]) {
      return tableName(parts[2], publication: number).map { .table($0) }
    }
    return nil
  }

  func query(of page: SiteAddress.Page) -> String {
    var pairs: [(String, String)] = []
    if case .comparison(_, let choice) = page {
      if let group = choice.group { pairs.append(("query.group", group)) }
      if let period = choice.period { pairs.append(("query.period", period.description)) }
      return pairs.map { word($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }
    guard case .differences(let filter) = page else { return "" }
    if let topic = filter.topic { pairs.append(("query.topic", topic)) }
    if let comparison = filter.comparison { pairs.append(("query.comparison", comparison)) }
    if filter.includesUncertain { pairs.append(("query.show", word("query.showAll"))) }
    if filter.leaf != 1 { pairs.append(("query.leaf", String(filter.leaf))) }
    return pairs.map { word($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
  }

  /// Reads a query as a form sends it: an empty value is no choice, an unknown name is nothing.
  private func filter(_ query: String) -> DifferenceFilter {
    var filter = DifferenceFilter()
    for (name, value) in fields(of: query) {
      if name == word("query.topic") { filter.topic = value }
      if name == word("query.comparison") { filter.comparison = value }
      // No list is that long, and zero is no leaf: the page tells that there is nothing here.
      if name == word("query.leaf") { filter.leaf = Int(value) ?? 0 }
      if name == word("query.show") { filter.includesUncertain = value == word("query.showAll") }
    }
    return filter
  }

  /// `nil` when the period is none: there is no such page.
  private func choice(_ query: String) -> ComparisonChoice? {
    var choice = ComparisonChoice()
    for (name, value) in fields(of: query) {
      if name == word("query.group") { choice.group = value }
      if name == word("query.period") {
        guard let period = Period(value) else { return nil }
        choice.period = period
      }
    }
    return choice
  }

  /// The names and values of a query that are not empty.
  private func fields(of query: String) -> [(name: String, value: String)] {
    query.split(separator: "&").compactMap { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let name = decoded(sides[0]),
        let value = decoded(sides[1].replacing("+", with: "%20"))
      else { return nil }
      return (name, value)
    }
  }

  private func comparisonFile(_ code: String, _ name: String) -> SiteAddress.Page? {
    guard let code = decoded(code), let point = name.lastIndex(of: "."),
      name[..<point] == word("comparison"), let ending = decoded(name[point...].dropFirst())
    else { return nil }
    return .comparisonFile(code, fileEnding: ending)
  }

  /// `unsafe-dark-by-area-by-sex.csv`; a `-by` inside a code is written `%2Dby`.
  private func fileName(of table: PublishedTableName) -> String {
    ([table.subject] + table.dimensions)
      .map { encoded($0).replacing("-by", with: "%2Dby") }
      .joined(separator: "-by-") + "." + encoded(table.fileEnding)
  }

  private func tableName(_ text: String, publication: Int) -> PublishedTableName? {
    guard let point = text.lastIndex(of: "."), let ending = decoded(text[point...].dropFirst())
    else { return nil }
    let codes = text[..<point].split(separator: "-by-", omittingEmptySubsequences: false)
      .compactMap { decoded($0) }
    guard let subject = codes.first, !codes.contains("") else { return nil }
    return PublishedTableName(
      publication: publication, subject: subject, dimensions: Array(codes.dropFirst()),
      fileEnding: ending)
  }

  private func indicatorFile(_ text: String) -> SiteAddress.Page? {
    guard let point = text.lastIndex(of: "."), let code = decoded(text[..<point]),
      let ending = decoded(text[point...].dropFirst())
    else { return nil }
    return .indicatorFile(code, fileEnding: ending)
  }

  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: Self.unreserved) ?? ""
  }

  /// `nil` when empty or not valid UTF-8.
  private func decoded(_ text: some StringProtocol) -> String? {
    guard let decoded = String(text).removingPercentEncoding, !decoded.isEmpty else { return nil }
    return decoded
  }
}
