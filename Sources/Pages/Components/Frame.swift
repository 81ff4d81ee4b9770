package import Markup
package import SafetyModel
package import Texts

/// What every page needs besides its own model: where it is, in which words, about what.
package struct Frame: Sendable {
  package let texts: Texts
  /// `nil` for a page that has no address of its own, such as "not found".
  package let address: SiteAddress?
  package let assets: AssetNames
  package let picture: SafetyPicture

  package init(
    texts: Texts, address: SiteAddress?, assets: AssetNames, picture: SafetyPicture
  ) {
    self.texts = texts
    self.address = address
    self.assets = assets
    self.picture = picture
  }

  package var language: Language { texts.language }

  /// The address of another page in the same language and publication.
  package func to(_ page: SiteAddress.Page) -> SiteAddress {
    (address ?? SiteAddress(language: language, page: .overview)).to(page)
  }
}

extension SiteAddress {
  /// The address as a link.
  package var link: Markup.Address { Markup.Address(ownPath: path) ?? .path() }
}

/// A link in the text of a page.
package func link(_ address: SiteAddress, _ words: String) -> Fragment {
  element("a", .href(address.link)) { words }
}
