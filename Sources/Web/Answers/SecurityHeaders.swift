package import HTTPTypes

/// The headers that every answer carries, errors and 304 included.
package struct SecurityHeaders: Sendable {
  private let fields: [HTTPField]

  package init(isTransportSecured: Bool) {
    var fields = [
      // Pages need a style sheet, images and perhaps scripts of their own, and nothing else.
      HTTPField(
        name: .contentSecurityPolicy,
        value: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"),
      HTTPField(name: .xContentTypeOptions, value: "nosniff"),
      HTTPField(name: .referrerPolicy, value: "no-referrer"),
      HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
      HTTPField(name: .crossOriginResourcePolicy, value: "same-site"),
      HTTPField(name: .permissionsPolicy, value: "geolocation=(), camera=(), microphone=()"),
      HTTPField(name: .xFrameOptions, value: "DENY"),
      HTTPField(name: .xXSSProtection, value: "0"),
    ]
    if isTransportSecured {
      fields.append(
        HTTPField(name: .strictTransportSecurity, value: "max-age=63072000; includeSubDomains"))
    }
    self.fields = fields
  }

  /// Adds what is missing; an answer that has set a header of its own keeps it.
  package func add(to answer: inout HTTPFields) {
    for field in fields where !answer.contains(field.name) { answer.append(field) }
  }
}

extension HTTPField.Name {
  static let referrerPolicy = known("Referrer-Policy")
  static let crossOriginOpenerPolicy = known("Cross-Origin-Opener-Policy")
  static let permissionsPolicy = known("Permissions-Policy")
  static let xFrameOptions = known("X-Frame-Options")
  static let xXSSProtection = known("X-XSS-Protection")

  private static func known(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("\(name) is no name of a header")
    }
    return name
  }
}
