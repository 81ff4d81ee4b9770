import Testing

@testable import Web

@Suite("Pages kept in memory")
struct PageCacheTests {
  private func content(_ size: Int) -> Content {
    // Below the size where compression begins, so that the size is what it says.
    Content(mediaType: "text/plain", bytes: [UInt8](repeating: 1, count: size))
  }

  @Test("are found again")
  func found() {
    let cache = PageCache(limit: 1_000)
    cache.keep(content(100), of: "/a", generation: 1)
    #expect(cache.content(of: "/a", generation: 1)?.size == 100)
    #expect(cache.content(of: "/b", generation: 1) == nil)
  }

  @Test("are forgotten when something is published")
  func publication() {
    let cache = PageCache(limit: 1_000)
    cache.keep(content(100), of: "/a", generation: 1)
    #expect(cache.content(of: "/a", generation: 2) == nil)
    cache.keep(content(50), of: "/b", generation: 2)
    #expect(cache.size == 50)
    cache.keep(content(70), of: "/late", generation: 1)
    #expect(cache.size == 50)
  }

  @Test("never take more than their room; the longest unused goes first")
  func room() {
    let cache = PageCache(limit: 1_000)
    for number in 0..<50 {
      cache.keep(content(200), of: "/\(number)", generation: 1)
      _ = cache.content(of: "/0", generation: 1)
      #expect(cache.size <= 1_000)
    }
    #expect(cache.content(of: "/0", generation: 1) != nil)
    #expect(cache.content(of: "/49", generation: 1) != nil)
    #expect(cache.content(of: "/1", generation: 1) == nil)
  }

  @Test("a page that is larger than the room is not kept")
  func large() {
    let cache = PageCache(limit: 100)
    cache.keep(content(200), of: "/a", generation: 1)
    #expect(cache.size == 0)
  }

  @Test("the same page twice takes its room once")
  func twice() {
    let cache = PageCache(limit: 1_000)
    cache.keep(content(100), of: "/a", generation: 1)
    cache.keep(content(120), of: "/a", generation: 1)
    #expect(cache.size == 120)
  }
}
