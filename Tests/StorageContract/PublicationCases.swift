import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let publicationCases = [
    ContractCase("has no publications at first") { storage async throws in
      #expect(try await storage.publications.history().isEmpty)
      #expect(try await storage.publications.publication(1) == nil)
      #expect(try await storage.publications.waves(of: InventedPublication.series).isEmpty)
      #expect(
        try await storage.publications.current(series: InventedPublication.series, wave: 2025)
          == nil)
      #expect(try await storage.publications.current(fingerprint: "") == nil)
      #expect(try await storage.answers.answers(of: 1) == nil)
    },
    ContractCase("gives back what was published, also when opened again") { storage in
      let published = try await storage.append(InventedPublication.make(since: [2023, 2024]))
      #expect(try await storage.publications.publication(1) == published)
      let again = try await storage.reopened()
      #expect(try await again.publications.publication(1) == published)
      var expected = InventedPublication.make(since: [2023, 2024])
      expected.number = 1
      #expect(published == expected)
    },
    ContractCase("keeps every letter as it was written") { storage in
      let awkward = "é e\u{301} 🛟 عربى \u{202E}\\ \"'<&%_;-- \n\t\u{7F}"
      let published = try await storage.append(
        InventedPublication.make(series: awkward, note: awkward, fingerprint: awkward))
      let found = try await storage.publications.current(series: awkward, wave: 2025)
      #expect(found == published)
      #expect(found?.note.map { Array($0.utf8) } == Array(awkward.utf8))
      let heading = try await storage.publications.current(fingerprint: awkward)
      #expect(heading?.note.map { Array($0.utf8) } == Array(awkward.utf8))
    },
    ContractCase("tells an empty note from none") { storage in
      _ = try await storage.append(InventedPublication.make(wave: 2024, note: ""))
      _ = try await storage.append(InventedPublication.make(wave: 2025, note: nil))
      #expect(try await storage.publications.history().map(\.note) == [nil, ""])
      #expect(try await storage.publications.publication(1)?.note == "")
    },
    ContractCase("numbers from 1 in order, whatever the number given") { storage in
      for (place, given) in [7, 0, -3].enumerated() {
        let published = try await storage.append(
          InventedPublication.make(number: given, wave: 2021 + place))
        #expect(published.number == place + 1)
        #expect(published.corrects == nil)
      }
    },
    ContractCase("lists everything published, newest first") { storage in
      for wave in [2023, 2021, 2022] {
        _ = try await storage.append(InventedPublication.make(wave: wave, note: "\(wave)"))
      }
      let history = try await storage.publications.history()
      #expect(history.map(\.number) == [3, 2, 1])
      #expect(history.map(\.wave) == [2022, 2021, 2023])
      #expect(history.map(\.note) == ["2022", "2021", "2023"])
      #expect(history.first?.study == "ekby-trygghet-2022")
      #expect(history.first?.publishedAt == "2022-11-22T20:45:00Z")
    },
    ContractCase("gives the waves of one series, oldest wave first") { storage in
      for wave in [2023, 2021, 2022] {
        _ = try await storage.append(InventedPublication.make(wave: wave))
        _ = try await storage.append(InventedPublication.make(wave: wave, series: "other"))
      }
      let waves = try await storage.publications.waves(of: InventedPublication.series)
      #expect(waves.map(\.wave) == [2021, 2022, 2023])
      #expect(waves.map(\.number) == [3, 5, 1])
    },
  ]

  static let correctionCases = [
    ContractCase("makes a publication of the same wave a correction of the current") { storage in
      let numbers = [(2024, nil), (2025, nil), (2024, 1), (2024, 3)] as [(Int, Int?)]
      for (wave, corrects) in numbers {
        let published = try await storage.append(
          InventedPublication.make(wave: wave, corrects: 99))
        #expect(published.corrects == corrects)
        #expect(try await storage.publications.publication(published.number) == published)
      }
      let store = storage.publications
      #expect(try await store.current(series: InventedPublication.series, wave: 2024)?.number == 4)
      #expect(
        try await store.waves(of: InventedPublication.series).map(\.number) == [4, 2])
      #expect(try await store.publication(1)?.wave == 2024, "the corrected one stays")
      #expect(try await store.history().map(\.corrects) == [3, 1, nil, nil])
    },
    ContractCase("does not take another series' wave for the same") { storage in
      _ = try await storage.append(InventedPublication.make())
      let other = try await storage.append(InventedPublication.make(series: "other"))
      #expect(other.corrects == nil)
    },
    ContractCase("finds a fingerprint only while its publication is current") { storage in
      let store = storage.publications
      _ = try await storage.append(InventedPublication.make(fingerprint: "a"))
      #expect(try await store.current(fingerprint: "a")?.number == 1)
      _ = try await storage.append(InventedPublication.make(fingerprint: "b"))
      #expect(try await store.current(fingerprint: "a") == nil)
      #expect(try await store.current(fingerprint: "b")?.number == 2)
      // Back to the first answers: a new publication, which is the current one.
      _ = try await storage.append(InventedPublication.make(fingerprint: "a"))
      #expect(try await store.current(fingerprint: "a")?.number == 3)
      #expect(try await store.current(fingerprint: "A") == nil)
      #expect(try await store.current(fingerprint: "%") == nil)
    },
  ]
}

extension StorageUnderTest {
  /// Publishes with the usual answers.
  func append(_ publication: Publication) async throws -> Publication {
    try await publications.append(publication, answers: InventedAnswers.make())
  }
}
