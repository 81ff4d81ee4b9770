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
    return file(
      format.write(report, of: picture.municipality, in: language), format, plain(code))
  }

  /// The file of an indicator's values elsewhere, or `nil` when there are none.
  package func comparison(
    _ code: String, ending: String, in language: Language, of picture: SafetyPicture
  ) -> Answer? {
    guard let format = formats.first(where: { $0.fileEnding == ending }),
      let report = find(code, in: picture.reports),
      let comparison = picture.comparisons.first(where: { $0.indicator == code })
    else { return nil }
    let bytes = format.write(
      comparison, of: report.indicator, beside: picture.municipality, in: language)
    return file(bytes, format, plain(code) + "-comparison")
  }

  private func file(_ bytes: [UInt8], _ format: any IndicatorFormat, _ name: String) -> Answer {
    let content = Content(mediaType: format.mediaType, bytes: bytes)
    var answer = Answer.found(content, keeping: .validated)
    answer.headers[.accessControlAllowOrigin] = "*"
    answer.headers[.crossOriginResourcePolicy] = "cross-origin"
    answer.headers[.contentDisposition] = "inline; filename=\"\(name).\(format.fileEnding)\""
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
