import SafetyModel

/// A list of groups of municipalities that someone else has drawn up.
///
/// It is what Kolada answers with when asked for its groups of municipalities (`id`, `title` and
/// `members` in each of `values`), or delimited text with a column `municipality` and, for several
/// groups, a column `group`.
struct GroupFile {
  private let file: String
  /// In the order of the list.
  private let groups: [(code: String, members: [String])]

  init(_ path: String) throws(Problems) {
    try self.init(try FileBytes.read(path, limit: 20_000_000), file: path)
  }

  init(_ bytes: [UInt8], file: String) throws(Problems) {
    self.file = file
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    groups =
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      ? try Self.kolada(try JSONDocument(bytes, file: file))
      : try Self.delimited(try CSVGrid.read(bytes, file: file, delimiter: nil))
  }

  static func isMunicipality(_ code: String) -> Bool {
    code.utf8.count == 4 && code.utf8.allSatisfy { (48...57).contains($0) }
      && !code.hasPrefix("00")
  }

  /// The codes of a group's municipalities; of the only group when none is named.
  func members(of group: String?) throws(Problems) -> [String] {
    let found = group.map { code in groups.first { $0.code == code } }
    guard let chosen = found ?? (groups.count == 1 ? groups.first : nil) else {
      let known = groups.prefix(12).map(\.code).joined(separator: ", ")
      throw problem("municipality.noGroup", ["value": group ?? "", "known": known])
    }
    guard !chosen.members.isEmpty else {
      throw problem("municipality.emptyGroup", ["value": chosen.code])
    }
    for (place, code) in chosen.members.enumerated() {
      if !Self.isMunicipality(code) { throw problem("municipality.badCode", ["value": code]) }
      if chosen.members[..<place].contains(code) {
        throw problem("municipality.memberTwice", ["value": code])
      }
    }
    return chosen.members
  }

  private func problem(_ key: String, _ arguments: [String: String]) -> Problems {
    Problems([Problem(key, arguments: arguments, file: file)])
  }

  /// A member is an object with its code under `member_id` or `id`, or the code itself.
  private static func kolada(_ document: JSONDocument) throws(Problems) -> [(String, [String])] {
    var groups: [(String, [String])] = []
    let isList = if case .array = document.root { true } else { false }
    let values = try document.array(isList ? document.root : document.root["values"], "$.values")
    for (index, value) in values.enumerated() {
      let path = "$.values[\(index)]"
      var members: [String] = []
      for (number, member) in try document.array(value["members"], "\(path).members").enumerated() {
        let code = member["member_id"] ?? member["id"] ?? member
        members.append(try document.text(code, "\(path).members[\(number)].member_id"))
      }
      groups.append((try document.text(value["id"], "\(path).id"), members))
    }
    return groups
  }

  private static func delimited(_ grid: Grid) throws(Problems) -> [(String, [String])] {
    let names = grid.rows.first?.cells.map(\.value.words) ?? []
    guard let member = names.firstIndex(of: "municipality") else {
      let arguments = ["column": "municipality", "known": names.joined(separator: ", ")]
      throw Problems([Problem("source.noColumn", arguments: arguments, file: grid.file)])
    }
    let column = names.firstIndex(of: "group")
    var groups: [(code: String, members: [String])] = []
    for row in grid.rows.dropFirst() where !row.isEmpty {
      let code = column.flatMap { row[$0]?.words } ?? ""
      let words = row[member]?.words ?? ""
      if let place = groups.firstIndex(where: { $0.code == code }) {
        groups[place].members.append(words)
      } else {
        groups.append((code, [words]))
      }
    }
    return groups
  }
}
