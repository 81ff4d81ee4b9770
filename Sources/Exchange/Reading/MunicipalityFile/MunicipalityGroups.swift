import Foundation
import SafetyModel
import Workflows

extension YamlSection {
  private static let groupKeys = ["name", "municipalities", "region", "imported", "weighted-by"]

  /// The groups that the municipality compares itself with.
  func comparisonGroups() -> [ComparisonGroup] {
    entries("groups", codes: .address).compactMap { entry in
      entry.section(in: form, keys: Self.groupKeys).comparisonGroup(entry.code)
    }
  }

  private func comparisonGroup(_ code: String) -> ComparisonGroup {
    ComparisonGroup(
      code: code, name: words("name"), members: groupMembers(), weighting: groupWeighting())
  }

  private func groupMembers() -> ComparisonGroup.Members {
    let kinds = [has("municipalities") || has("imported"), has("region")]
    if kinds.count(where: \.self) != 1 { report("municipality.oneGroup", at: "municipalities") }
    if let region = optionalText("region") {
      if region.utf8.count != 2 || !region.utf8.allSatisfy({ (48...57).contains($0) }) {
        report("municipality.badRegion", ["value": region], at: "region")
      }
      return .region(region)
    }
    let listed = memberCodes()
    guard let section = section("imported", keys: ["file", "group"]) else { return .listed(listed) }
    let group = ImportedGroup(file: section.text("file"), group: section.optionalText("group"))
    // The canonical form tells the members as of the import: the file need not be there any longer.
    if has("municipalities") { return .imported(group, members: listed) }
    return .imported(group, members: section.importedMembers(group))
  }

  private func memberCodes() -> [String] {
    let codes = texts("municipalities")
    if has("municipalities"), codes.isEmpty { report("yaml.emptyList", at: "municipalities") }
    for (place, code) in codes.enumerated() {
      let problem =
        !GroupFile.isMunicipality(code)
        ? "municipality.badCode" : codes[..<place].contains(code) ? "municipality.memberTwice" : nil
      guard let problem else { continue }
      let path = "\(path(of: "municipalities")).\(place)"
      form.report(
        problem, ["value": code, "key": path], at: form.positions[path] ?? position)
    }
    return codes
  }

  private func importedMembers(_ group: ImportedGroup) -> [String] {
    guard !group.file.isEmpty else { return [] }
    let folder = URL(filePath: form.file).deletingLastPathComponent()
    let path =
      group.file.hasPrefix("/")
      ? group.file : folder.appending(path: group.file).standardizedFileURL.path
    do {
      return try GroupFile(path).members(of: group.group)
    } catch {
      for problem in error.list { form.add(problem) }
      return []
    }
  }

  private func groupWeighting() -> GroupWeighting? {
    guard let section = section("weighted-by", keys: ["series", "name"]) else { return nil }
    return GroupWeighting(series: section.code("series"), name: section.words("name"))
  }
}
