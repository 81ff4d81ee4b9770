import Foundation
import FoundationNetworking

/// A page or file, fetched by a real client.
struct Page: Sendable {
  let path: String
  let status: Int
  let headers: [String: String]
  let body: Data
  var text: String { String(decoding: body, as: UTF8.self) }

  init(_ path: String, at address: URL, headers: [String: String] = [:]) async throws {
    var request = URLRequest(
      url: URL(string: path, relativeTo: address) ?? address,
      cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 60)
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (body, response) = try await URLSession.shared.data(for: request)
    let http = response as? HTTPURLResponse
    self.path = path
    self.body = body
    status = http?.statusCode ?? 0
    self.headers = Dictionary(
      (http?.allHeaderFields ?? [:]).map { ("\($0.key)".lowercased(), "\($0.value)") },
      uniquingKeysWith: { first, _ in first })
  }

  /// The places on this site that the page links to, without fragments.
  var links: [String] {
    text.matches(of: /href="(\/[^"#]*)/).map {
      String($0.output.1).replacingOccurrences(of: "&amp;", with: "&")
    }
  }
}
