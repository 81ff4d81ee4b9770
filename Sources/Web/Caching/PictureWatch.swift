package import SafetyModel
import Synchronization
package import Workflows

/// What the site shows now, and since when.
package struct ShownPicture: Sendable {
  /// Grows with every change; pages rendered from an earlier one are stale.
  package let generation: Int
  /// `nil` before anything is known about the municipality.
  package let picture: SafetyPicture?
}

/// Keeps the picture that the site shows, and notices when another process has published.
///
/// At most once in ``interval`` it asks for the newest publication and the municipality; only when
/// they have changed is everything read anew. Meanwhile, requests are answered from what is there.
package final class PictureWatch: Sendable {
  private struct Mark: Equatable {
    var newest: PublicationHeading?
    var municipality: Municipality?
    var goal: Goal?
    var observations: Int?
    var register: Int?
    var preconditions: Int?
  }
  private struct State {
    var shown: ShownPicture?
    var mark: Mark?
    var checkedAt: Duration?
    var isChecking = false
  }

  private let municipalities: any MunicipalityStore
  private let publications: any PublicationStore
  private let observations: (any ObservationStore)?
  private let registers: (any AreaRegisterStore)?
  private let preconditions: (any PreconditionStore)?
  private let uptime: @Sendable () -> Duration
  private let interval: Duration
  private let state = Mutex(State())

  /// Watches the stores; nothing is read yet.
  ///
  /// - Parameters:
  ///   - municipalities: Who it is, and its goal.
  ///   - publications: What is published.
  ///   - observations: Values from outside the survey.
  ///   - registers: The register of assessed areas.
  ///   - preconditions: Living conditions by area.
  ///   - interval: How old the picture may be.
  ///   - uptime: A clock that never goes back; only its differences count.
  package init(
    municipalities: any MunicipalityStore, publications: any PublicationStore,
    observations: (any ObservationStore)? = nil, registers: (any AreaRegisterStore)? = nil,
    preconditions: (any PreconditionStore)? = nil,
    interval: Duration = .seconds(1), uptime: @escaping @Sendable () -> Duration
  ) {
    self.municipalities = municipalities
    self.publications = publications
    self.observations = observations
    self.registers = registers
    self.preconditions = preconditions
    self.interval = interval
    self.uptime = uptime
  }

  /// The picture, at most ``interval`` old.
  package func current() async throws -> ShownPicture {
    let now = uptime()
    let known: ShownPicture? = state.withLock { state in
      guard let shown = state.shown, let checkedAt = state.checkedAt else { return nil }
      if state.isChecking || now - checkedAt < interval { return shown }
      state.isChecking = true
      return nil
    }
    if let known { return known }
    do {
      return try await check(at: now)
    } catch {
      // A page that is a second old is better than none; the next check is in a second.
      let old: ShownPicture? = state.withLock { state in
        state.isChecking = false
        state.checkedAt = now
        return state.shown
      }
      guard let old else { throw error }
      return old
    }
  }

  private func check(at now: Duration) async throws -> ShownPicture {
    let latest = try await municipalities.latest()
    let mark = Mark(
      newest: try await publications.history().first, municipality: latest?.municipality,
      goal: latest?.goal, observations: try await observations?.generation(),
      register: try await registers?.changes().first?.number,
      preconditions: try await preconditions?.changes().first?.number)
    let known: ShownPicture? = state.withLock { state in
      guard let shown = state.shown, state.mark == mark else { return nil }
      state.isChecking = false
      state.checkedAt = now
      return shown
    }
    if let known { return known }
    let picture = try await ReadSafetyPicture(
      municipalities: municipalities, publications: publications, observations: observations,
      registers: registers, preconditions: preconditions)()
    return state.withLock { state in
      let shown = ShownPicture(
        generation: (state.shown?.generation ?? 0) + 1, picture: picture)
      state = State(shown: shown, mark: mark, checkedAt: now)
      return shown
    }
  }

  /// The picture as a publication made it: that publication and the waves it was compared with.
  package func picture(of number: Int) async throws -> SafetyPicture? {
    guard let now = try await current().picture,
      let publication = try await publications.publication(number)
    else { return nil }
    var waves: [Publication] = []
    for compared in publication.comparedWith.sorted(by: { $0.wave < $1.wave }) {
      if let wave = try await publications.publication(compared.publication) { waves.append(wave) }
    }
    waves.append(publication)
    let gather = GatherValues(publications: publications, observations: observations)
    let values = try await gather(now.goal, of: now.municipality, waves: waves)
    return SafetyPicture(
      municipality: now.municipality, goal: now.goal,
      reports: now.goal.map { EvaluateGoal(values: values)($0) } ?? [], waves: waves,
      history: now.history)
  }
}
