import HTTPTypes
import Markup
@testable import Pages
import Testing

@testable import Web

@Suite("Files of the pages")
struct AssetShelfTests {
  @Test("have a hash of their content in the name, and are kept for ever")
  func names() async throws {
    let shelf = AssetShelf(Assets.all)
    for asset in Assets.all {
      let path = shelf.names.address(of: asset.name).string
      #expect(path != "/assets/\(asset.name)")
      let answer = try await TestSite().answer(path)
      #expect(answer.status == .ok)
      #expect(answer.headers[.contentType] == asset.mediaType)
      #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
      #expect(answer.bytes == asset.bytes)
    }
  }

  @Test("another content has another name")
  func content() {
    let names = ["a", "b"].map { text in
      AssetShelf([Asset(name: "site.css", mediaType: "text/css", bytes: Array(text.utf8))])
        .names.address(of: "site.css").string
    }
    #expect(names[0] != names[1])
    #expect(names[0].hasPrefix("/assets/site.") && names[0].hasSuffix(".css"))
  }
}
