package import SafetyModel

/// Classes of an index or variable, so that their shares are estimated like those of an item.
///
/// Class k holds cut k − 1 ≤ value < cut k; the headline is the last one.
package struct CutPoints: Sendable, Hashable {
  package let name: String
  /// Ascending, each once.
  let points: [Double]

  /// Reads what was written as `name=2,4`.
  ///
  /// - Throws: `Problems` when it is not a name and ascending numbers.
  package init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts.last?.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.filter { $0 != " " }) }
    guard parts.count == 2, !parts[0].isEmpty, let points = numbers?.compactMap(\.self),
      points.count == numbers?.count, points.allSatisfy(\.isFinite),
      zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }), points.count < 255
    else {
      throw Problems([Problem("estimate.cutForm", arguments: ["text": text])])
    }
    name = parts[0].trimmingPrefix(" ").description
    self.points = points
  }

  /// The codes of the classes, such as `under-2`, `2-under-4` and `from-4`.
  var classes: [String] {
    let words = points.map(\.canonicalText)
    guard let first = words.first, let last = words.last else { return [] }
    return ["under-\(first)"] + zip(words, words.dropFirst()).map { "\($0)-under-\($1)" }
      + ["from-\(last)"]
  }

  /// An item of the classes, in place of the index or beside the others for a variable.
  ///
  /// - Throws: `Problems` when there is neither an index nor a number with the name.
  package func cut(_ codebook: inout Codebook, _ answers: inout StoredAnswers) throws {
    let place = codebook.subjects.firstIndex { $0.code == name }
    let column = place == nil ? "variable.\(name)" : "index.\(name)"
    guard let values = answers.numericColumns[column] else {
      let known = codebook.subjects.filter { $0.kind == .index }.map(\.code)
      throw Problems([
        Problem(
          "estimate.cutUnknown",
          arguments: ["name": name, "near": namesNear(name, among: known)])
      ])
    }
    answers.codedColumns["item.\(name)"] = StoredCodes(
      categories: classes,
      codes: values.map { value in
        value.isNaN ? 0 : UInt8(clamping: 1 + points.count { $0 <= value })
      })
    let item = item(from: place.map { codebook.subjects[$0] }, in: codebook)
    if let place { codebook.subjects[place] = item } else { codebook.subjects.append(item) }
  }

  private func item(from index: PublishedSubject?, in codebook: Codebook) -> PublishedSubject {
    func text(_ code: String) -> LocalisedText { LocalisedText(sv: code, en: code) }
    let codes = classes
    return PublishedSubject(
      code: name, kind: .item, label: index?.label ?? text(name),
      question: index?.question ?? text(name),
      topic: index?.topic ?? codebook.topics.first?.code ?? "", arena: index?.arena,
      direction: index?.direction ?? .neutral,
      categories: codes.map { LabelledCode(code: $0, label: text($0)) },
      headline: text(codes.last ?? ""), headlineCategories: codes.suffix(1), scaleMax: nil)
  }
}
