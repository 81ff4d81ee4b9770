import Pages
import SafetyModel
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Noticing a new publication")
struct PictureWatchTests {
  private final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    var uptime: @Sendable () -> Duration { { self.time.withLock { $0 } } }
  }

  private let clock = HandClock()
  private let stores = HeldStores(ExamplePictures.town)
  private var watch: PictureWatch {
    PictureWatch(municipalities: stores, publications: stores, uptime: clock.uptime)
  }

  @Test("happens within a second, and the store is asked once a second at most")
  func notices() async throws {
    let watch = watch
    #expect(try await watch.current().picture?.latest?.number == 5)
    stores.show(ExamplePictures.corrected)
    for _ in 0..<100 { #expect(try await watch.current().picture?.latest?.number == 5) }
    #expect(stores.reads == HeldStores.Reads(history: 2, waves: 1))
    clock.pass(.seconds(1))
    let shown = try await watch.current()
    #expect(shown.picture?.latest?.number == 6)
    #expect(shown.generation == 2)
  }

  @Test("reads the tables only when something has changed")
  func cheap() async throws {
    let watch = watch
    for _ in 0..<10 {
      _ = try await watch.current()
      clock.pass(.seconds(2))
    }
    #expect(stores.reads.waves == 1)
    #expect(try await watch.current().generation == 1)
  }

  @Test("sees that the municipality or its goal has changed")
  func municipality() async throws {
    let watch = watch
    _ = try await watch.current()
    try await stores.save(ExamplePictures.empty.municipality, goal: nil)
    clock.pass(.seconds(1))
    let shown = try await watch.current()
    #expect(shown.picture?.municipality == ExamplePictures.empty.municipality)
    #expect(shown.picture?.goal == nil)
  }

  @Test("shows the old picture while the store fails, and the new one afterwards")
  func failure() async throws {
    struct Fault: Error {}
    let watch = watch
    stores.fail(with: Fault())
    await #expect(throws: Fault.self) { try await watch.current() }
    stores.fail(with: nil)
    #expect(try await watch.current().picture?.latest?.number == 5)
    stores.fail(with: Fault())
    clock.pass(.seconds(5))
    #expect(try await watch.current().picture?.latest?.number == 5)
    stores.fail(with: nil)
    stores.show(ExamplePictures.corrected)
    clock.pass(.seconds(1))
    #expect(try await watch.current().picture?.latest?.number == 6)
  }

  @Test("a numbered picture ends with that publication and has what it was compared with")
  func numbered() async throws {
    let picture = try #require(try await watch.picture(of: 3))
    #expect(picture.latest?.number == 3)
    #expect(picture.waves.map(\.number) == [1, 3])
    #expect(try await watch.picture(of: 77) == nil)
  }
}
