import HTTPTypes
package import Pages
package import SafetyModel
package import Workflows

/// Published tables as files, which any other site may read too: open data.
package struct TableFiles: Sendable {
  let publications: any PublicationStore
  let formats: [any TableFormat]

  package init(publications: any PublicationStore, formats: [any TableFormat]) {
    self.publications = publications
    self.formats = formats
  }

  /// The file of a table, or `nil` when there is no such table or format.
  package func answer(
    _ name: PublishedTableName, in language: Language, shown: ShownPicture
  ) async throws -> Answer? {
    guard let format = formats.first(where: { $0.fileEnding == name.fileEnding }) else {
      return nil
    }
    var publication = shown.picture?.waves.first { $0.number == name.publication }
    if publication == nil {
      publication = try await publications.publication(name.publication)
    }
    guard let publication, let table = publication.table(name.subject, by: name.dimensions) else {
      return nil
    }
    let content = Content(
      mediaType: format.mediaType, bytes: format.write(table, of: publication, in: language),
      publication: publication.number)
    var answer = Answer.found(content, keeping: .immutable)
    answer.headers[.accessControlAllowOrigin] = "*"
    answer.headers[.crossOriginResourcePolicy] = "cross-origin"
    answer.headers[.contentDisposition] = "inline; filename=\"\(fileName(of: name))\""
    return answer
  }

  /// Letters, digits and dashes only: a name from a survey can't end the header.
  private func fileName(of name: PublishedTableName) -> String {
    let parts = ["publication-\(name.publication)", name.subject] + name.dimensions
    let plain = parts.joined(separator: "-").map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    return String(plain) + "." + name.fileEnding
  }
}
