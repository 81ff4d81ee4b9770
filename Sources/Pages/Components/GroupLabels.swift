package import SafetyModel
package import Texts

/// What groups are called: in the survey's own words, or in those for groups that others publish.
package struct GroupLabels: Sendable {
  let texts: Texts
  let codebook: Codebook?

  package init(_ picture: SafetyPicture, _ texts: Texts) {
    self.texts = texts
    codebook = picture.latest?.codebook
  }

  package func dimension(_ code: String, _ role: RequiredBreakdown) -> String {
    if let dimension = codebook?.dimension(code) {
      return dimension.label.text(in: texts.language)
    }
    return texts("page.group.\(role.rawValue)")
  }

  /// The group within a sentence: `män`; an area keeps its capital.
  package func within(_ category: String?, of dimension: String, _ role: RequiredBreakdown)
    -> String
  {
    let name = group(category, of: dimension)
    return role == .area ? name : name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The group, or everyone when there is none.
  package func group(_ category: String?, of dimension: String) -> String {
    guard let category else { return texts("page.group.everyone") }
    if let dimension = codebook?.dimension(dimension),
      dimension.values.contains(where: { $0.code == category })
    {
      return dimension.label(of: category, in: texts.language)
    }
    let key = "page.group.\(dimension).\(category)"
    return texts.has(key) ? texts(key) : category
  }
}
