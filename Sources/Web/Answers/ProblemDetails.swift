import Foundation
import HTTPTypes

/// An error as a program reads it: `application/problem+json` (RFC 9457).
///
/// It never repeats what was sent.
struct ProblemDetails: Encodable {
  let type = "about:blank"
  let title: String
  let status: Int

  init(_ status: HTTPResponse.Status) {
    title = status.reasonPhrase
    self.status = status.code
  }

  var content: Content {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("{}".utf8)
    return Content(mediaType: "application/problem+json", bytes: bytes)
  }
}
