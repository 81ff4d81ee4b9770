import Crypto
import Foundation
package import Pages

/// The files that pages refer to, under names that hold a hash of their content.
///
/// A changed file has another name, so each may be kept for ever.
package struct AssetShelf: Sendable {
  package let names: AssetNames
  private let contents: [String: Content]

  package init(_ assets: [Asset]) {
    var names: [String: String] = [:]
    var contents: [String: Content] = [:]
    for asset in assets {
      let hash = SHA256.hash(data: asset.bytes).prefix(4).map { String(format: "%02x", $0) }
        .joined()
      let point = asset.name.lastIndex(of: ".") ?? asset.name.endIndex
      let path = "/assets/\(asset.name[..<point]).\(hash)\(asset.name[point...])"
      names[asset.name] = path
      contents[path] = Content(mediaType: asset.mediaType, bytes: asset.bytes)
    }
    self.names = AssetNames(names)
    self.contents = contents
  }

  /// The file at a path, if there is one.
  package func content(at path: String) -> Content? { contents[path] }
}
