/// Where a municipality is reached about its site; each part may be left out.
package struct Contact: Codable, Sendable, Hashable {
  package var email: String?
  package var telephone: String?
  package init(email: String? = nil, telephone: String? = nil) {
    self.email = email
    self.telephone = telephone
  }

  package var isEmpty: Bool { email == nil && telephone == nil }
}
