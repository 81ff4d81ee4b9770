/// An answer with its headings, as it comes in.
struct WebResponse {
  private(set) var status = 0
  private(set) var headings: [String: String] = [:]
  private(set) var body: [UInt8] = []
  private var head: [UInt8] = []
  /// How much of the heading has been looked through: one that drips is not read again and again.
  private var seen = 0
  private var isInBody = false

  struct TooLarge: Error {}
  struct NotHTTP: Error {}

  /// Takes the next bytes; throws when the answer grows beyond the limit.
  mutating func take(_ bytes: ArraySlice<UInt8>, mostBytes: Int) throws {
    if isInBody {
      body.append(contentsOf: bytes)
    } else {
      head.append(contentsOf: bytes)
      try splitHead()
    }
    guard body.count <= mostBytes else { throw TooLarge() }
  }

  private mutating func splitHead() throws {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    guard head.count >= end.count else { return }
    guard let place = (seen...(head.count - 4)).first(where: { head[$0...].starts(with: end) })
    else {
      if head.count > 65_536 { throw NotHTTP() }
      seen = head.count - 3
      return
    }
    seen = 0
    let text = String(decoding: head[..<place], as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let code = Int(words[1]) else {
      throw NotHTTP()
    }
    let rest = Array(head[(place + 4)...])
    head = []
    // “100 Continue” comes before the answer.
    if (100...199).contains(code) {
      head = rest
      return try splitHead()
    }
    status = code
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headings[line[..<colon].lowercased()] =
        String(line[line.index(after: colon)...]).trimmingBlanks
    }
    isInBody = true
    body = rest
  }

  /// What has come instead of a heading, in part or in whole.
  var unfinishedHead: String { String(decoding: head.prefix(2_000), as: UTF8.self) }

  /// How much of the answer is here, in [0, 1]; `nil` when nobody has told how long it is.
  var part: Double? {
    guard headings["content-encoding"] == nil, let text = headings["content-length"],
      let total = Double(text), total > 0
    else { return nil }
    return min(1, Double(body.count) / total)
  }
}
