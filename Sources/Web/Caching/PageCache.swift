import Synchronization

/// Rendered pages of one state of the site, in memory, within a number of bytes.
package final class PageCache: Sendable {
  fileprivate struct Entry {
    var content: Content
    var lastUse: Int
  }
  fileprivate struct Shelf {
    /// Which state of the site the entries show.
    var generation = 0
    var entries: [String: Entry] = [:]
    var size = 0
    var uses = 0
  }

  private let limit: Int
  private let shelf = Mutex(Shelf())

  /// - Parameter limit: The most that the entries may take together; bytes.
  package init(limit: Int) { self.limit = limit }

  /// The content of an address, if it is here and shows this state of the site.
  package func content(of address: String, generation: Int) -> Content? {
    shelf.withLock { shelf in
      guard shelf.generation == generation, var entry = shelf.entries[address] else { return nil }
      shelf.uses += 1
      entry.lastUse = shelf.uses
      shelf.entries[address] = entry
      return entry.content
    }
  }

  /// Keeps content; a newer state of the site empties the cache, an older one is not kept.
  package func keep(_ content: Content, of address: String, generation: Int) {
    guard content.size <= limit else { return }
    shelf.withLock { shelf in
      guard generation >= shelf.generation else { return }
      if generation > shelf.generation { shelf = Shelf(generation: generation) }
      if let old = shelf.entries[address] { shelf.size -= old.content.size }
      shelf.uses += 1
      shelf.entries[address] = Entry(content: content, lastUse: shelf.uses)
      shelf.size += content.size
      if shelf.size > limit { shelf.makeRoom(limit: limit) }
    }
  }

  /// What the entries take together; bytes.
  package var size: Int { shelf.withLock { $0.size } }
}

extension PageCache.Shelf {
  /// Lets the longest unused go until a tenth of the room is free, so that it is done seldom.
  fileprivate mutating func makeRoom(limit: Int) {
    for (address, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      if size <= limit / 10 * 9 { break }
      size -= entry.content.size
      entries[address] = nil
    }
  }
}
