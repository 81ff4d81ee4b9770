/// The names that most resemble a mistyped one, the nearest first; at most three.
///
/// The measure is the edit distance with neighbours exchanged counted as one slip, over names
/// without regard to case. A name is near when no more than a third of it differs.
package func nearestNames(to name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return [] }
  let near = names.compactMap { candidate -> (name: String, distance: Int)? in
    let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
    let most = max(1, max(wanted.count, other.count) / 3)
    guard abs(wanted.count - other.count) <= most else { return nil }
    let distance = editDistance(wanted, other)
    return distance <= most ? (candidate, distance) : nil
  }
  return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}

/// How many letters must be put in, taken out, changed or exchanged with the next one.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      let change = previous[j] + (a[i] == b[j] ? 0 : 1)
      var best = min(previous[j + 1] + 1, current[j] + 1, change)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      current.append(best)
    }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
