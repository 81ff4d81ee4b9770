import DisclosureControl
package import HTTPTypes
import Logging
import Markup
import Pages
import SafetyModel
import Texts
package import Workflows

/// The site: an answer to each request, and never an error.
package struct SiteService: Sendable {
  let pictures: PictureWatch
  let tables: TableFiles
  let indicators: IndicatorFiles
  let cache: PageCache
  let shelf: AssetShelf
  let pages: Site
  let settings: SiteSettings

  package init(
    pictures: PictureWatch, publications: any PublicationStore, formats: [any TableFormat],
    indicatorFormats: [any IndicatorFormat] = [], settings: SiteSettings
  ) {
    indicators = IndicatorFiles(formats: indicatorFormats)
    self.pictures = pictures
    self.settings = settings
    tables = TableFiles(publications: publications, formats: formats)
    cache = PageCache(limit: settings.cacheBytes)
    shelf = AssetShelf(Assets.all)
    pages = Site(assets: shelf.names)
  }

  /// The answer, and the path for the log: `nil` when nothing of the site is there.
  package func answer(to request: HTTPRequest) async -> (answer: Answer, path: String?) {
    guard request.method == .get || request.method == .head else {
      // What is sent along is not read, so the connection can't be used again.
      let headers: HTTPFields = [.allow: "GET, HEAD", .connection: "close"]
      return (problem(.methodNotAllowed, headers: headers), nil)
    }
    let target: RequestTarget
    do {
      target = try RequestTarget(request.path ?? "", limit: settings.limits.addressBytes)
    } catch {
      return (problem(error.status), nil)
    }
    do {
      return try await answer(to: target, request)
    } catch {
      // The kind of error only: its content may hold what nobody else should read.
      Logger.site.error("no answer: \(type(of: error))")
      return (await failure(target, request), target.path)
    }
  }

  private func answer(
    to target: RequestTarget, _ request: HTTPRequest
  ) async throws -> (Answer, String?) {
    if let own = ownAnswer(at: target.path, request) { return (own, target.path) }
    guard let address = SiteAddress(path: target.path + target.query) else {
      return (try await notFound(target, request), nil)
    }
    let canonical = address.path.prefix { $0 != "?" }
    guard target.path == canonical else {
      return (.moved(to: address.path, permanently: true), String(canonical))
    }
    if case .table(let name) = address.page {
      let file = try await tables.answer(name, in: address.language, shown: pictures.current())
      return (file ?? problem(.notFound), file.map { _ in target.path })
    }
    if case .indicatorFile(let code, let ending) = address.page {
      let picture = try await pictures.current().picture ?? .nothing
      let file = indicators.answer(code, ending: ending, in: address.language, of: picture)
      return (file ?? problem(.notFound), file.map { _ in target.path })
    }
    if case .comparisonFile(let code, let ending) = address.page {
      let picture = try await pictures.current().picture ?? .nothing
      let file = indicators.comparison(code, ending: ending, in: address.language, of: picture)
      return (file ?? problem(.notFound), file.map { _ in target.path })
    }
    let page = try await page(at: address)
    return (page, page.status == .ok ? target.path : nil)
  }

  /// What is at fixed places: the root, files of the pages, and a sign of life.
  private func ownAnswer(at path: String, _ request: HTTPRequest) -> Answer? {
    switch path {
    case "/":
      var answer = Answer.moved(to: home(request).path, permanently: false)
      answer.headers[.vary] = "Accept-Language"
      return answer
    case "/health": return .text("ok\n")
    case "/robots.txt": return .text("User-agent: *\nAllow: /\n")
    default: return shelf.content(at: path).map { .found($0, keeping: .immutable) }
    }
  }

  private func home(_ request: HTTPRequest) -> SiteAddress {
    SiteAddress(language: texts(for: "", request).language, page: .overview)
  }

  /// A page from memory, or rendered and kept.
  private func page(at address: SiteAddress) async throws -> Answer {
    let shown = try await pictures.current()
    let path = address.path
    if let known = cache.content(of: path, generation: shown.generation) {
      return .found(known, keeping: .validated)
    }
    var picture = shown.picture ?? .nothing
    if let number = address.publication {
      guard let earlier = try await pictures.picture(of: number) else {
        return page(
          pages.notFound(Texts.in(address.language.code) ?? .english, picture), of: picture)
      }
      picture = earlier
    }
    if case .differences(let filter) = address.page, !picture.offers(filter) {
      return page(
        pages.notFound(Texts.in(address.language.code) ?? .english, picture), of: picture,
        status: .badRequest)
    }
    let rendered = pages.page(at: address, of: picture)
    let answer = page(rendered, of: picture)
    if answer.status == .ok, let content = answer.content {
      cache.keep(content, of: path, generation: shown.generation)
    }
    return answer
  }

  private func page(
    _ rendered: RenderedPage, of picture: SafetyPicture, status: HTTPResponse.Status? = nil
  ) -> Answer {
    let content = Content(
      mediaType: "text/html; charset=utf-8", bytes: rendered.html.bytes,
      publication: picture.latest?.number)
    guard rendered.status == 200, status == nil else {
      var answer = Answer.found(content, keeping: .never)
      answer.status = status ?? HTTPResponse.Status(code: rendered.status)
      return answer
    }
    return .found(content, keeping: .validated)
  }
}

extension SiteService {
  /// For people a page in their language, for programs a problem.
  private func notFound(_ target: RequestTarget, _ request: HTTPRequest) async throws -> Answer {
    guard isForPeople(request) else { return problem(.notFound) }
    let picture = try await pictures.current().picture ?? .nothing
    return page(pages.notFound(texts(for: target.path, request), picture), of: picture)
  }

  private func failure(_ target: RequestTarget, _ request: HTTPRequest) async -> Answer {
    guard isForPeople(request) else { return problem(.internalServerError) }
    return page(pages.failure(texts(for: target.path, request), .nothing), of: .nothing)
  }

  private func problem(
    _ status: HTTPResponse.Status, headers: HTTPFields = HTTPFields()
  ) -> Answer {
    var headers = headers
    headers[.cacheControl] = CachePolicy.never.header
    return Answer(status, headers: headers, content: ProblemDetails(status).content)
  }

  private func isForPeople(_ request: HTTPRequest) -> Bool {
    let accepted = Preferences(request.headerFields[.accept])
    return accepted.items.isEmpty
      || (accepted.quality(of: "text/html") ?? accepted.quality(of: "*/*") ?? 0) > 0
  }

  /// The language of the path, or else the one that the client likes best.
  private func texts(for path: String, _ request: HTTPRequest) -> Texts {
    let code = path.dropFirst().prefix { $0 != "/" }
    if let texts = Texts.in(String(code)) { return texts }
    let best = AcceptedLanguages(request.headerFields[.acceptLanguage])
      .best(of: Texts.all.map(\.language.code))
    return best.flatMap { Texts.in($0) } ?? Texts.swedish
  }
}

extension SafetyPicture {
  /// Before anyone has told which municipality it is.
  static let nothing = SafetyPicture(
    municipality: Municipality(code: "", name: LocalisedText([:]), isExample: false), goal: nil,
    waves: [], history: [])

  /// Whether there is something to choose by the values of a filter.
  func offers(_ filter: DifferenceFilter) -> Bool {
    guard let latest else { return true }
    let hasTopic =
      filter.topic.map { topic in latest.codebook.topics.contains { $0.code == topic } } ?? true
    let hasFamily =
      filter.comparison.map { code in
        latest.tables.contains { table in
          table.comparisons.contains { ComparisonFamily($0, in: table).code == code }
        }
      } ?? true
    return hasTopic && hasFamily
  }
}

extension Answer {
  fileprivate static func text(_ text: String) -> Answer {
    .found(
      Content(mediaType: "text/plain; charset=utf-8", bytes: Array(text.utf8)), keeping: .validated)
  }
}
