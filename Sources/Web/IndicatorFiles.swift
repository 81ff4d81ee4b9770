import HTTPTypes
package import Pages
package import SafetyModel
package import Workflows

/// Indicators as files, which any other site may read too: open data.
package struct IndicatorFiles: Sendable {
  let formats: [any IndicatorFormat]

  package init(formats: [any IndicatorFormat]) { self.formats = formats }

  /// The file of an indicator, or `nil` when there is no such indicator or format.
  package func answer(
    _ code: String, ending: String, in language: Language, of picture: SafetyPicture
  ) -> Answer? {
    guard let format = formats.first(where: { $0.fileEnding == ending }),
      let report = find(code, in: picture.reports)
    else { return nil }
    let content = Content(
      mediaType: format.mediaType,
      bytes: format.write(report, of: picture.municipality, in: language))
    var answer = Answer.found(content, keeping: .validated)
    answer.headers[.accessControlAllowOrigin] = "*"
    answer.headers[.crossOriginResourcePolicy] = "cross-origin"
    answer.headers[.contentDisposition] = "inline; filename=\"\(plain(code)).\(ending)\""
    return answer
  }

  private func find(_ code: String, in reports: [IndicatorReport]) -> IndicatorReport? {
    for report in reports {
      if report.indicator.code == code { return report }
      if let part = find(code, in: report.parts) { return part }
    }
    return nil
  }

  /// Letters, digits and dashes only: a code can't end the header.
  private func plain(_ code: String) -> String {
    String(
      code.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
