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
  /// Who each row is, when the column that tells it was named.
  let persons: [String]?
  /// What is known of everyone who was drawn.
  let frame: [CodedFrameVariable]

  /// Columns of the data file that are named as variables are taken along as numbers.
  ///
  /// A name that is an item's or index's is the item or index; of those `ifThere` the columns that
  /// are. Without frame variables, those that the study adjusts for non-response by are taken.
  init(
    _ file: String, variables: [String] = [], ifThere: [String] = [], cuts: [CutPoints] = [],
    persons: String? = nil, frame: [String]? = []
  ) throws {
    self.file = file
    let input = try StudyInput.read(file, with: .standard)
    study = input.document.study
    var codebook = Codebook(of: study, areas: [])
    let known = Set(input.table.columns.map(\.name) + study.derived.map(\.name))
    var columns = (variables + (ifThere + cuts.map(\.name)).filter(known.contains))
      .filter { codebook.subject($0) == nil }
    if case .given(let given)? = study.design.replicates { columns += given.columns }
    let coded = try CodeAnswers(seed: 0).coded(
      input, variables: columns, persons: persons,
      frame: frame ?? study.design.nonresponse?.by ?? [])
    var answers = coded.answers
    for cut in cuts { try cut.cut(&codebook, &answers) }
    let analysis = try SurveyAnalysis(codebook: codebook, answers: answers)
    self.codebook = codebook
    self.persons = coded.persons
    self.frame = coded.frame
    self.analysis = try study.design.replicates.map(analysis.with) ?? analysis
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

  /// An item or index by its code, else a variable.
  func number(_ name: String) -> EstimateNumbers.Number {
    codebook.subject(name).map { .subject($0) } ?? .variable(name)
  }
}

extension String {
  /// What stands between the commas.
  var codes: [String] { StudyChoice.codes(self) }
}

extension [String] {
  /// Lists with commas as one, so that an option may also be given once for each; `nil` for none.
  var inOneList: String? { isEmpty ? nil : joined(separator: ",") }
}
