import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// The analyst's tool: raw estimates on the screen, without a database.
struct Estimate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Estimate items of a study by groups, with all pairwise differences.",
    discussion: """
      Prints raw figures: they are not protected and must not be published. Every estimate has \
      its standard error, confidence interval, base, design effect and degrees of freedom; every \
      difference its standard error from the joint covariance, p and Holm-adjusted p.

      Examples:
        trygghet estimate study.yaml
        trygghet estimate study.yaml --items unsafe-dark,trust --by area --by area,sex
        trygghet estimate study.yaml --format json > estimates.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: "Items and indices by code, with commas between. Default: all.")
  var items: String?

  @Option(
    help: """
      Dimensions by code; with commas between they are crossed. May be given several times. \
      Default: the breakdowns that the study publishes.
      """)
  var by: [String] = []

  @Option(help: "The confidence of intervals, between 0 and 1.")
  var confidence = 0.95

  @Option(help: "table, json (all digits) or csv (all digits).")
  var format = Format.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence must lie between 0 and 1, such as 0.95.")
    }
  }

  func run() async throws {
    let texts = options.texts
    do {
      let report = try report(of: try StudyInput.read(study, with: .standard), in: texts)
      switch format {
      case .table: print(report.table(in: texts), terminator: "")
      case .csv: print(report.csv, terminator: "")
      case .json: print(try report.json)
      }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  private func report(of input: StudyInput, in texts: Texts) throws -> AnalystReport {
    let study = input.document.study
    let answers = try CodeAnswers(seed: 0).coded(input).answers
    let choice = StudyChoice(codebook: Codebook(of: study, areas: []), file: self.study)
    let analysis = try SurveyAnalysis(codebook: choice.codebook, answers: answers)
    let subjects = try choice.subjects(items, option: "--items")
    let breakdowns = try chosenBreakdowns(of: study, by: choice)
    return AnalystReport(
      notice: texts("command.estimate.notice"), study: study.code, wave: study.wave,
      confidence: confidence, rows: answers.rowCount,
      degreesOfFreedom: analysis.degreesOfFreedom,
      tables: try EstimateStudy(analysis: analysis, confidence: confidence)(
        subjects: subjects, breakdowns: breakdowns))
  }

  private func chosenBreakdowns(
    of study: Study, by choice: StudyChoice
  ) throws -> [[PublishedDimension]] {
    let wanted = by.isEmpty ? study.publish.breakdowns : by.map(StudyChoice.codes)
    return try [[]]
      + wanted.map { codes in try codes.map { try choice.dimension($0, option: "--by") } }
  }
}
