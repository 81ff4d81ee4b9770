import DisclosureControl
package import SafetyModel

/// What came of publishing a study.
package enum PublishingOutcome: Sendable, Hashable {
  /// A new publication was made.
  case published(Publication)
  /// The same inputs are already what this wave shows; nothing was changed.
  case unchanged(PublicationHeading)
}

/// An outcome with what is worth knowing about the inputs.
package struct PublishingResult: Sendable {
  package let outcome: PublishingOutcome
  package let warnings: [Problem]
}

/// From a study file to a publication: read, check, code, estimate, protect, store.
///
/// All or nothing: the only change is the last step, which stores figures and answers together.
package struct PublishStudy: Sendable {
  package let readers: FileReaders
  package let digester: any FileDigester
  package let publications: any PublicationStore
  package let answers: any AnswerStore
  package let clock: any WallClock
  /// Seeds the order in which answers are stored, so that it tells nothing about the file's.
  package let seed: UInt64

  package init(
    readers: FileReaders, digester: any FileDigester, publications: any PublicationStore,
    answers: any AnswerStore, clock: any WallClock, seed: UInt64
  ) {
    self.readers = readers
    self.digester = digester
    self.publications = publications
    self.answers = answers
    self.clock = clock
    self.seed = seed
  }

  /// Publishes, or finds that the same is published already.
  ///
  /// - Throws: `Problems` when the inputs are refused; nothing is changed then.
  package func callAsFunction(
    _ studyPath: String, note: String?, progress: any ProgressListener
  ) async throws -> PublishingResult {
    progress.began("reading", arguments: ["file": studyPath])
    let input = try StudyInput.read(studyPath, with: readers)
    progress.finished()
    let study = input.document.study
    let earlier = try await comparedWaves(of: study)
    let fingerprint = try Fingerprint.of(
      study,
      dataDigest: try digester.digest(
        ofFile: StudyInput.path(study.data.file, besides: studyPath)),
      areas: input.areas ?? [], earlier: earlier)
    if let heading = try await publications.current(fingerprint: fingerprint) {
      return PublishingResult(outcome: .unchanged(heading), warnings: [])
    }
    progress.began("checking", arguments: ["study": study.code])
    let coded = try CodeAnswers(seed: seed).coded(input)
    progress.finished()
    let publication = try await draft(
      input, answers: coded.answers, earlier: earlier, fingerprint: fingerprint, note: note,
      progress: progress)
    progress.began("storing", arguments: [:])
    let stored = try await publications.append(publication, answers: coded.answers)
    progress.finished()
    return PublishingResult(outcome: .published(stored), warnings: coded.warnings)
  }

  /// The waves that changes are measured from: the one before, and the first of the series.
  private func comparedWaves(of study: Study) async throws -> [Publication] {
    let waves = try await publications.history()
      .filter { $0.series == study.series && $0.wave < study.wave }.map(\.wave)
    var compared: [Publication] = []
    for wave in Set([waves.min(), waves.max()].compactMap(\.self)).sorted() {
      let publication = try await publications.current(series: study.series, wave: wave)
      if let publication { compared.append(publication) }
    }
    return compared
  }

  private func draft(
    _ input: StudyInput, answers coded: StoredAnswers, earlier: [Publication],
    fingerprint: String, note: String?, progress: any ProgressListener
  ) async throws -> Publication {
    let study = input.document.study
    let codebook = Codebook(of: study, areas: input.areas ?? [])
    let rules = study.publish.rules
    progress.began("estimating", arguments: ["study": study.code])
    let wave = try AnalyseWave(
      analysis: SurveyAnalysis(codebook: codebook, answers: coded),
      breakdowns: study.publish.breakdowns, earlier: try await analyses(of: earlier),
      rules: rules)(progress: progress)
    progress.finished()
    return Publication(
      number: 0, study: study.code, series: study.series, wave: study.wave,
      isExample: study.isExample, publishedAt: clock.now(), note: note, corrects: nil,
      fingerprint: fingerprint, respondents: coded.respondentCount, sampled: study.sampledCount,
      rules: rules, groupComparisons: wave.groupComparisons,
      changeComparisons: wave.changeComparisons,
      comparedWith: earlier.map { ComparedWave(wave: $0.wave, publication: $0.number) },
      codebook: codebook, tables: wave.tables.flatMap(rules.protect))
  }

  private func analyses(of earlier: [Publication]) async throws -> [EarlierWave] {
    var waves: [EarlierWave] = []
    for publication in earlier {
      guard let answers = try await answers.answers(of: publication.number) else { continue }
      waves.append(
        EarlierWave(
          publication: publication,
          analysis: try SurveyAnalysis(codebook: publication.codebook, answers: answers)))
    }
    return waves
  }
}
