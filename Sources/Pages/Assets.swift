package import Markup

/// A file that pages refer to.
package struct Asset: Sendable {
  /// `site.css`.
  package let name: String
  package let mediaType: String
  package let bytes: [UInt8]
}

/// The files that pages refer to.
package enum Assets {
  package static let styleSheet = "site.css"
  package static let shield = "shield.svg"

  /// To add a file: put it into `Assets/`, and one line here.
  package static let all: [Asset] = [
    Asset(
      name: styleSheet, mediaType: "text/css; charset=utf-8",
      bytes: PackageResources.site_css + PackageResources.charts_css),
    Asset(name: shield, mediaType: "image/svg+xml", bytes: PackageResources.shield_svg),
  ]
}

/// What the files of ``Assets`` are called in addresses, hash and all.
package struct AssetNames: Sendable, Hashable {
  private let paths: [String: String]

  /// - Parameter paths: By the name of an asset, its path: `/assets/site.3f2a91c0.css`.
  package init(_ paths: [String: String]) { self.paths = paths }

  /// Names without a hash, for examples and tests.
  package static let plain = AssetNames([:])

  package func address(of name: String) -> Markup.Address {
    paths[name].flatMap { Markup.Address(ownPath: $0) } ?? .path("assets", name)
  }
}
