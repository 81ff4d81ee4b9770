/// A file's rows in rounds, each divided into parts of about the same length, in order.
struct Rounds {
  private let file: SurveyFile
  private let parts: Int
  private let roundLength: Int
  private var place: Int

  /// Rounds of some fifty thousand rows of sixty items: enough for a cell's rows to share its sums
  /// while they are in the cache, and few enough to stay in the cache of all threads.
  init(_ file: SurveyFile, parts: Int, roundLength: Int = 1 << 24) {
    (self.file, self.parts, self.roundLength) = (file, parts, roundLength)
    place = file.firstRow
  }

  /// The next parts, some of them perhaps empty; `nil` at the end.
  mutating func next() -> [Range<Int>]? {
    guard place < file.file.count else { return nil }
    let end = min(place + roundLength, file.file.count)
    let length = (end - place) / parts + 1
    return (0..<parts).map { _ in
      let start = place
      place = file.lineStart(from: min(start + length, end))
      return start..<place
    }
  }
}
