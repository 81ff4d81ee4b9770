/// The places of some codes in the order of the codes, those of one code in their own order.
struct GroupedPlaces: Sendable {
  /// The places, group by group.
  private(set) var places: [Int32]
  /// Where each group begins, and after the last group the number of places.
  private(set) var starts: [Int32]

  /// - Parameters:
  ///   - codes: the group of each place, from 0.
  ///   - groupCount: how many groups there are.
  ///   - order: the order of places within a group; `nil` for their own.
  init(_ codes: [Int32], groupCount: Int, from order: [Int32]? = nil) {
    var ends = [Int32](repeating: 0, count: groupCount + 1)
    for code in codes { ends[Int(code) + 1] += 1 }
    for group in 0..<groupCount { ends[group + 1] += ends[group] }
    starts = ends
    places = [Int32](repeating: 0, count: codes.count)
    for step in codes.indices {
      let place = order?[step] ?? Int32(step)
      let code = Int(codes[Int(place)])
      places[Int(ends[code])] = place
      ends[code] += 1
    }
  }

  /// Where the places of a group stand.
  func range(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
