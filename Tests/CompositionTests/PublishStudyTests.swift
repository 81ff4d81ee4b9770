import Composition
import DisclosureControl
import SafetyModel
import Testing
import Workflows

@Suite("Publishing a study")
struct PublishStudyTests {
  private func publish(
    _ study: String, to stores: OpenStores, note: String? = nil, seed: UInt64 = 1
  ) async throws -> PublishingOutcome {
    try await PublishStudy(
      readers: .standard, digester: SHA256FileDigester(), publications: stores.publications,
      answers: stores.answers, clock: SystemClock(), seed: seed)(
        study, note: note, progress: SilentProgress()
      ).outcome
  }

  private func published(_ outcome: PublishingOutcome) throws -> Publication {
    guard case .published(let publication) = outcome else { throw NotPublished() }
    return publication
  }

  private struct NotPublished: Error {}

  @Test("computes the shares from the answers of the file")
  func figures() async throws {
    let files = try SmallStudyFiles()
    let stores = try StorageEngine.sqlite.open(files.dataDirectory)
    let study = try files.write(yes: (women: 30, men: 15), wave: 2021)
    let publication = try published(try await publish(study, to: stores))
    // (30·1.5 + 15·2.5) / (60·1.5 + 60·2.5) = 0.34375
    #expect(publication.table("unsafe")?.rows[0].headline.value == 0.34)
    let bySex = try #require(publication.table("unsafe", by: ["sex"]))
    #expect(bySex.rows.map(\.headline.value) == [0.5, 0.25])
    #expect(bySex.comparisons.count == 1 && publication.groupComparisons == 1)
    #expect(publication.respondents == 120 && publication.number == 1)
  }

  @Test("the same file with the same study makes no second publication")
  func unchanged() async throws {
    let files = try SmallStudyFiles()
    let stores = try StorageEngine.sqlite.open(files.dataDirectory)
    let study = try files.write(yes: (women: 30, men: 15), wave: 2021)
    let first = try published(try await publish(study, to: stores))
    let again = try await publish(study, to: stores, seed: 2)
    guard case .unchanged(let heading) = again else { throw NotPublished() }
    #expect(heading.number == first.number)
    #expect(try await stores.publications.history().count == 1)
  }

  @Test("a corrected file makes the next publication, which says what it corrects and why")
  func corrected() async throws {
    let files = try SmallStudyFiles()
    let stores = try StorageEngine.sqlite.open(files.dataDirectory)
    _ = try await publish(try files.write(yes: (women: 30, men: 15), wave: 2021), to: stores)
    let study = try files.write(yes: (women: 31, men: 15), wave: 2021)
    let second = try published(try await publish(study, to: stores, note: "One answer was wrong"))
    #expect(second.number == 2 && second.corrects == 1 && second.note == "One answer was wrong")
    #expect(try await stores.publications.waves(of: "small").map(\.number) == [2])
  }

  @Test("a refused file changes nothing")
  func refused() async throws {
    let files = try SmallStudyFiles()
    let stores = try StorageEngine.sqlite.open(files.dataDirectory)
    let study = try files.write(yes: (women: 30, men: 15), wave: 2021, extraRow: "1,7,1.5")
    await #expect(throws: Problems.self) { try await publish(study, to: stores) }
    #expect(try await stores.publications.history().isEmpty)
  }

  @Test("a later wave tells what has changed, and is made anew when the earlier is corrected")
  func waves() async throws {
    let files = try SmallStudyFiles()
    let stores = try StorageEngine.sqlite.open(files.dataDirectory)
    _ = try await publish(try files.write(yes: (women: 45, men: 40), wave: 2021), to: stores)
    let later = try files.write(yes: (women: 15, men: 12), wave: 2022)
    let second = try published(try await publish(later, to: stores))
    let change = try #require(second.table("unsafe")?.comparisons.first)
    #expect(change.kind == .change(since: 2021) && change.isCertain && change.difference < -0.4)
    #expect(second.comparedWith == [ComparedWave(wave: 2021, publication: 1)])
    #expect(second.changeComparisons == 3)

    _ = try await publish(try files.write(yes: (women: 44, men: 40), wave: 2021), to: stores)
    let third = try published(try await publish(later, to: stores))
    #expect(third.comparedWith == [ComparedWave(wave: 2021, publication: 3)])
  }
}
