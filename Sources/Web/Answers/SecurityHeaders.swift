package import HTTPTypes

/// The headers that every answer carries, errors and 304 included.
package struct SecurityHeaders: Sendable {
  private let fields: [HTTPField]

  package init(isTransportSecured: Bool) {
    var pairs = [
      // Pages need a style sheet, images and perhaps scripts of their own, and nothing else.
      (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-site"),
      ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
      ("X-Frame-Options", "DENY"),
      ("X-XSS-Protection", "0"),
    ]
    if isTransportSecured {
      pairs.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains"))
    }
    fields = pairs.compactMap { name, value in
      HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
  }

  /// Adds what is missing; an answer that has set a header of its own keeps it.
  package func add(to answer: inout HTTPFields) {
    for field in fields where !answer.contains(field.name) { answer.append(field) }
  }
}
