import ArgumentParser
import Foundation
import SafetyModel
import SurveyStatistics
import Texts
import Workflows

/// Compares groups with everything else alike, for the analyst's own screen.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare groups as if they were alike in everything else.",
    discussion: """
      Shows each group's raw figure beside its predicted margin: what the group would answer if all \
      groups had the same composition of what is adjusted for, by a survey-weighted logistic \
      (items) or linear (indices) model. Differences have standard errors from the joint \
      covariance, and p adjusted for their number. Prints raw figures: they are not protected and \
      must not be published.

      Examples:
        trygghet compare study.yaml --across area --adjust age,sex
        trygghet compare study.yaml --across area --adjust age,sex --items unsafe-dark \
          --equivalence 0.05
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
  var study: String

  @Option(help: "The dimension whose groups are compared, by code.")
  var across: String

  @Option(help: "The dimensions that are made alike, by code, with commas between.")
  var adjust: String

  @Option(help: "Items and indices by code, with commas between. Default: all.")
  var items: String?

  @Option(help: "How p are adjusted for their number: holm, hochberg, bh, bonferroni or none.")
  var family = FamilyChoice.holm

  @Option(
    help: """
      The smallest difference that matters, such as 0.05 for five percentage points: adds the p \
      of a difference that large (two one-sided tests).
      """)
  var equivalence: Double?

  @Option(help: "The confidence of intervals, between 0 and 1.")
  var confidence = 0.95

  @Option(help: "table or json (all digits).")
  var format = Format.table

  @OptionGroup var options: CommandOptions

  func validate() throws {
    guard confidence > 0, confidence < 1 else {
      throw ValidationError("--confidence must lie between 0 and 1, such as 0.95.")
    }
    if let equivalence, !(equivalence > 0) {
      throw ValidationError("--equivalence must be above 0, such as 0.05.")
    }
  }

  func run() async throws {
    let texts = options.texts
    do {
      let report = try self.report(in: texts)
      switch format {
      case .table: print(report.table(in: texts), terminator: "")
      case .json: print(try report.json)
      }
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  private func report(in texts: Texts) throws -> AdjustedReport {
    let work = try StudyWork(study)
    let (choice, analysis) = (work.choice, work.analysis)
    let compare = CompareAdjusted(
      analysis: analysis, confidence: confidence, adjustment: family.adjustment,
      equivalenceMargin: equivalence)
    let groups = try choice.dimension(across, option: "--across")
    let others = try StudyChoice.codes(adjust).map { try choice.dimension($0, option: "--adjust") }
    var tables: [AdjustedReport.Table] = []
    var withoutModel: [String] = []
    for subject in try choice.subjects(items, option: "--items") {
      do {
        tables.append(try compare(subject, across: groups, adjustingFor: others))
      } catch let error as CompareAdjusted.NotConverged {
        withoutModel.append(error.subject)
      }
    }
    return AdjustedReport(
      notice: texts("command.estimate.notice"), study: work.study.code,
      wave: work.study.wave, confidence: confidence, rows: analysis.answers.rowCount,
      degreesOfFreedom: analysis.degreesOfFreedom, adjustment: family.adjustment,
      equivalenceMargin: equivalence, tables: tables, withoutModel: withoutModel)
  }
}
