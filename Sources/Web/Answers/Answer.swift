package import HTTPTypes
import Hummingbird
import NIOCore

/// What is sent back: a status, headers and perhaps content.
package struct Answer: Sendable {
  package var status: HTTPResponse.Status
  package var headers: HTTPFields
  package var content: Content?

  package init(
    _ status: HTTPResponse.Status, headers: HTTPFields = HTTPFields(), content: Content? = nil
  ) {
    self.status = status
    self.headers = headers
    self.content = content
  }

  /// A page or file that may be kept as the policy says.
  package static func found(_ content: Content, keeping policy: CachePolicy) -> Answer {
    var headers = HTTPFields()
    headers[.cacheControl] = policy.header
    headers[.vary] = "Accept-Encoding"
    return Answer(.ok, headers: headers, content: content)
  }

  /// The way to the right address of the same thing.
  package static func moved(to path: String, permanently: Bool) -> Answer {
    Answer(
      permanently ? .permanentRedirect : .found,
      headers: [.location: path, .cacheControl: CachePolicy.validated.header])
  }
}

/// How long a browser or a cache on the way may keep an answer.
package enum CachePolicy: Sendable {
  /// Never changes: its address holds its hash or the number of a publication.
  case immutable
  /// Kept, but asked about each time; the answer is then a short 304.
  case validated
  /// Not kept.
  case never

  var header: String {
    switch self {
    case .immutable: "public, max-age=31536000, immutable"
    case .validated: "public, no-cache"
    case .never: "no-store"
    }
  }
}

extension Answer {
  /// The answer in the form that the request can take: compressed, without body, or only "304".
  func response(to request: HTTPRequest) -> Response {
    guard let content else {
      return Response(status: status, headers: headers)
    }
    var headers = headers
    headers[.contentType] = content.mediaType
    if status == .ok {
      headers[.eTag] = "\"\(content.tag)\""
      if EntityTags(request.headerFields[.ifNoneMatch]).contain(content.tag) {
        headers[.contentType] = nil
        var unchanged = Response(status: .notModified, headers: headers)
        // "0" would claim that the page is empty.
        unchanged.headers[.contentLength] = nil
        return unchanged
      }
    }
    var body = content.plain
    if let compressed = content.compressed,
      AcceptedCodings(request.headerFields[.acceptEncoding]).allowsGzip
    {
      body = compressed
      headers[.contentEncoding] = "gzip"
      // Other bytes need another strong tag.
      if status == .ok { headers[.eTag] = "\"\(content.tag)-gz\"" }
    }
    let response = Response(status: status, headers: headers, body: .init(byteBuffer: body))
    return request.method == .head ? response.createHeadResponse() : response
  }
}
