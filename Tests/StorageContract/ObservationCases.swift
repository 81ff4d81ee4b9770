import SafetyModel
import TestSupport
import Testing
import Workflows

extension StorageContract {
  static let observationCases = [
    ContractCase("knows no observations before any are recorded") { storage async throws in
      #expect(try await storage.observations.series() == [])
      #expect(try await storage.observations.observations(of: "offences", at: nil) == [])
      #expect(try await storage.observations.generation() == 0)
    },
    ContractCase("takes several lists in together or not at all, and tells of each") {
      storage async throws in
      let store = storage.observations
      _ = try await store.record([InventedObservations.make(value: 1, year: 2020)])
      let first = [
        InventedObservations.make(value: 2, year: 2020), InventedObservations.make(year: 2021),
      ]
      let second = [InventedObservations.make(series: "other", source: "another")]
      let outcome = try await store.record([first, [], second])
      #expect(
        outcome == [
          RecordedObservations(added: 1, revised: 1, unchanged: 0),
          RecordedObservations(added: 0, revised: 0, unchanged: 0),
          RecordedObservations(added: 1, revised: 0, unchanged: 0),
        ])
      // The same value in two lists is two values for one thing.
      await #expect(throws: Problems.self) {
        _ = try await store.record([
          [InventedObservations.make(year: 2022)], [InventedObservations.make(year: 2022)],
        ])
      }
      #expect(
        try await store.observations(of: "offences", at: nil).map(\.period.year) == [2020, 2021])
    },
    ContractCase("keeps observations in order, also when opened again") {
      storage async throws in
      let skane = Place.region("12")
      let area = Place.area("1290C1010", of: "deso-2018")
      let all = [
        InventedObservations.make(value: 3, year: 2024, breakdown: ["sex": "women"]),
        InventedObservations.make(value: 2, year: 2024), InventedObservations.make(year: 2023),
        InventedObservations.make(value: -0.5, year: 2022, standardError: 0.25),
        InventedObservations.make(value: nil, year: 2021),
        InventedObservations.make(value: 7, place: skane), InventedObservations.make(place: area),
        InventedObservations.make(series: "other"),
      ]
      let outcome = try await storage.observations.record(all)
      #expect(outcome == RecordedObservations(added: 8, revised: 0, unchanged: 0))
      let again = try await storage.reopened().observations
      let found = try await again.observations(of: "offences", at: nil)
      #expect(Set(found) == Set(all.filter { $0.series == "offences" }))
      #expect(
        found.map(\.place)
          == found.map(\.place).sorted { a, b in
            (a.geography, a.kind.rawValue, a.code) < (b.geography, b.kind.rawValue, b.code)
          })
      #expect(try await again.observations(of: "offences", at: [skane, area]).count == 2)
      #expect(try await again.observations(of: "offences", at: []) == [])
      let municipal = try await again.observations(of: "offences", at: [.municipality("1290")])
      #expect(
        municipal.filter { $0.breakdown.isEmpty }.map(\.period.year) == [2021, 2022, 2023, 2024])
      #expect(try await again.series().map(\.code) == ["offences", "other"])
      #expect(try await again.series().first?.count == 7)
      #expect(try await again.series().first?.lastPeriod == .year(2024))
    },
    ContractCase("leaves an unchanged value as it is, with the time it was first fetched") {
      storage async throws in
      let first = InventedObservations.make()
      _ = try await storage.observations.record([first])
      let generation = try await storage.observations.generation()
      let outcome = try await storage.observations.record([
        InventedObservations.make(retrievedAt: "2026-01-01T00:00:00Z")
      ])
      #expect(outcome == RecordedObservations(added: 0, revised: 0, unchanged: 1))
      #expect(try await storage.observations.observations(of: "offences", at: nil) == [first])
      #expect(try await storage.observations.generation() == generation)
    },
    ContractCase("shows a changed value as revised, and keeps what it was") {
      storage async throws in
      let times = ["2025-11-22T20:45:00Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"]
      let values: [Double?] = [812, 815, nil]
      for (time, value) in zip(times, values) {
        _ = try await storage.observations.record([
          InventedObservations.make(value: value, retrievedAt: time),
          InventedObservations.make(value: 1, year: 2023, retrievedAt: time),
        ])
      }
      let store = try await storage.reopened().observations
      let newest = try await store.observations(of: "offences", at: nil)
      #expect(newest.map(\.value) == [.number(1), .missing(.hidden)])
      #expect(newest[0].provenance.revision == nil)
      #expect(
        newest[1].provenance.revision
          == Revision(number: 2, earlier: .number(815), earlierRetrievedAt: times[1]))
      #expect(newest[1].provenance.retrievedAt == times[2])
      let history = try await store.history(of: newest[1].key)
      #expect(history.map(\.value) == [.missing(.hidden), .number(815), .number(812)])
      #expect(history.map(\.provenance.revision?.number) == [2, 1, nil])
      #expect(try await store.series().first?.count == 2)
      #expect(try await store.series().first?.changedAt == times[2])
    },
    ContractCase("keeps how sure a value is and where that was told, and shows it as revised") {
      storage async throws in
      var first = InventedObservations.make(standardError: 0.25)
      first.base = 900
      first.provenance.uncertaintyCode = "standard-error: 1290/2024/se; base: 1290/2024/n"
      _ = try await storage.observations.record([first])
      let store = try await storage.reopened().observations
      #expect(try await store.observations(of: "offences", at: nil) == [first])
      var surer = first
      surer.standardError = 0.2
      surer.provenance.retrievedAt = "2026-01-01T00:00:00Z"
      let outcome = try await store.record([surer])
      #expect(outcome == RecordedObservations(added: 0, revised: 1, unchanged: 0))
      let newest = try await store.observations(of: "offences", at: nil)
      #expect(newest.map(\.standardError) == [0.2])
      #expect(newest.first?.provenance.revision?.earlier == first.value)
    },
    ContractCase("takes everything in, or nothing") { storage async throws in
      let twice = [
        InventedObservations.make(year: 2023), InventedObservations.make(value: 1),
        InventedObservations.make(value: 2),
      ]
      await #expect(throws: Problems.self) { try await storage.observations.record(twice) }
      let endless = [
        InventedObservations.make(year: 2023), InventedObservations.make(value: .infinity),
      ]
      await #expect(throws: Problems.self) { try await storage.observations.record(endless) }
      #expect(try await storage.observations.series() == [])
      #expect(try await storage.observations.generation() == 0)
    },
  ]
}
