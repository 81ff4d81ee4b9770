/// What a tag says beside its name, in the order of the file.
///
/// A tag has a handful at most, so that looking through them costs less than a table of hashes
/// would; office programs write a million such tags.
struct XMLAttributes {
  private var pairs: [(name: String, value: String)] = []

  subscript(name: String) -> String? {
    for pair in pairs where pair.name == name { return pair.value }
    return nil
  }

  /// The first whose name ends like this, whatever prefix stands before it.
  func first(endingWith suffix: String) -> String? {
    pairs.first { $0.name.hasSuffix(suffix) }?.value
  }

  var isEmpty: Bool { pairs.isEmpty }

  /// Adds one; false when there is one by that name already.
  mutating func add(_ name: String, _ value: String) -> Bool {
    guard self[name] == nil else { return false }
    pairs.append((name, value))
    return true
  }
}
