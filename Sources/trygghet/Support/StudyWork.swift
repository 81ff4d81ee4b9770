import Composition
import Foundation
import SafetyModel
import Workflows

/// A study that was read, checked and coded, for an analyst's own figures.
struct StudyWork {
  let file: String
  let study: Study
  let codebook: Codebook
  let analysis: SurveyAnalysis

  /// Columns of the data file that are named as variables are taken along as numbers.
  init(_ file: String, variables: [String] = []) throws {
    self.file = file
    let input = try StudyInput.read(file, with: .standard)
    study = input.document.study
    codebook = Codebook(of: study, areas: [])
    var columns = variables
    if case .given(let given, _)? = study.design.replicates { columns += given }
    let coded = try SurveyAnalysis(
      codebook: codebook,
      answers: try CodeAnswers(seed: 0).coded(input, variables: columns).answers)
    analysis = try study.design.replicates.map(coded.with) ?? coded
  }

  var choice: StudyChoice { StudyChoice(codebook: codebook, file: file) }

  /// The items and indices of a list with commas; all of them when nothing is said.
  func subjects(_ list: String?, option: String) throws -> [PublishedSubject] {
    try choice.subjects(list, option: option)
  }

  /// The dimensions of a list with commas.
  func dimensions(_ list: String, option: String) throws -> [PublishedDimension] {
    try list.codes.map { try choice.dimension($0, option: option) }
  }
}

extension String {
  /// What stands between the commas.
  var codes: [String] { StudyChoice.codes(self) }
}
