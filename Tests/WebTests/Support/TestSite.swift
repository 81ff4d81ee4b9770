import DisclosureControl
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import SafetyModel
import Texts
import Workflows

@testable import Web

/// The site with an example picture, as the tests' client reaches it.
struct TestSite {
  let stores: HeldStores
  let application: Application<SiteResponder>

  init(
    _ picture: SafetyPicture = ExamplePictures.town, settings: SiteSettings = SiteSettings(),
    log: AccessLog? = nil, uptime: @escaping @Sendable () -> Duration = { .zero }
  ) {
    stores = HeldStores(picture)
    let pictures = PictureWatch(municipalities: stores, publications: stores, uptime: uptime)
    let service = SiteService(
      pictures: pictures, publications: stores, formats: [ListedTable()], settings: settings)
    let responder = SiteResponder(site: service, settings: settings, log: log)
    application = SiteServer(responder, settings: settings).application()
  }

  /// The answer to one request, without a network.
  func answer(
    _ path: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
  ) async throws -> Received {
    try await application.test(.router) { client in
      let response = try await client.execute(uri: path, method: method, headers: headers)
      return Received(
        status: response.status, headers: response.headers,
        bytes: Array(response.body.readableBytesView))
    }
  }

  /// One address of each kind, in every language.
  static let addresses: [SiteAddress] = Texts.all.map(\.language).flatMap { language in
    pages.map { SiteAddress(language: language, page: $0) }
      + [SiteAddress(language: language, publication: 2, page: .overview)]
  }

  private static let pages: [SiteAddress.Page] = {
    let publication = ExamplePictures.town.latest
    let area = publication?.codebook.dimension(role: .area)?.values.first?.code ?? ""
    let subject = publication?.codebook.subjects.first?.code ?? ""
    return [
      .overview, .areas, .area(area), .differences(DifferenceFilter()), .questions,
      .question(subject), .method, .data, .about, .accessibility,
    ]
  }()

  /// The file of the first subject's table about everyone.
  static let table: SiteAddress = {
    let publication = ExamplePictures.town.latest
    return SiteAddress(
      language: Texts.swedish.language,
      page: .table(
        PublishedTableName(
          publication: publication?.number ?? 0,
          subject: publication?.codebook.subjects.first?.code ?? "", dimensions: [],
          fileEnding: "txt")))
  }()
}

/// An answer as a client has it.
struct Received: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let bytes: [UInt8]
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A format of the tests: a line for each row with its status.
struct ListedTable: TableFormat {
  let fileEnding = "txt"
  let mediaType = "text/plain; charset=utf-8"
  let name = "Text"
  func write(
    _ table: ProtectedTable, of publication: Publication, in language: Language
  ) -> [UInt8] {
    let rows = table.rows.map { "\($0.key.joined(separator: " ")): \($0.headline.status)" }
    return Array(([table.subject, language.code] + rows).joined(separator: "\n").utf8)
  }
}
