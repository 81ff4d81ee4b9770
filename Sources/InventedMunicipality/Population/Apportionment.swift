/// Divides a whole number into whole parts, as near the given proportions as can be.
///
/// The largest remainders are rounded up; of equal remainders, the first.
///
/// - Returns: parts in the order of the weights; their sum is the total.
func apportioned(_ total: Int, by weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  let exact = weights.map { Double(total) * $0 / sum }
  var parts = exact.map { Int($0) }
  let left = total - parts.reduce(0, +)
  let order = exact.indices.sorted {
    let (a, b) = (exact[$0] - Double(parts[$0]), exact[$1] - Double(parts[$1]))
    return a == b ? $0 < $1 : a > b
  }
  for place in order.prefix(max(0, left)) { parts[place] += 1 }
  return parts
}
