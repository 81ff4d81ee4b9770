package import SafetyModel

extension Period {
  /// Reads a period as publishers write it: also `2023M05`, `2023K2`, `2023Q2`, `2022-2023`.
  package init?(published text: String) {
    let plain = text.filter { !$0.isWhitespace }.replacing("–", with: "-")
    if let period = Period(plain) {
      self = period
      return
    }
    if plain.utf8.count == 9, let dash = plain.firstIndex(of: "-") {
      let years = plain[..<dash] + "/" + plain[plain.index(after: dash)...]
      guard let period = Period(String(years)) else { return nil }
      self = period
      return
    }
    guard let letter = plain.firstIndex(where: \.isLetter), plain[..<letter].utf8.count == 4 else {
      return nil
    }
    let rest = plain[plain.index(after: letter)...]
    let year = plain[..<letter]
    switch plain[letter] {
    case "M", "m": self.init("\(year)-\(rest)")
    // K is for kvartal; H for half a year.
    case "K", "k", "Q", "q": self.init("\(year)-Q\(rest)")
    case "H", "h": self.init("\(year)-H\(rest)")
    default: return nil
    }
  }
}

extension PlaceRule {
  /// The place that a publisher's code stands for.
  ///
  /// Among municipalities publishers list regions by two digits (Kolada by `00` and two digits)
  /// and the country by zeros; no municipality's code begins with `00`.
  func place(_ published: String) -> Place? {
    let code = codes[published] ?? published
    guard kind == .municipality || kind == .region else {
      return code.isEmpty ? nil : Place(kind: kind, code: code, geography: geography)
    }
    guard !code.isEmpty, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return code == Place.sweden.code ? .sweden : nil
    }
    if code.allSatisfy({ $0 == "0" }) { return .sweden }
    switch code.utf8.count {
    case 2: return .region(code)
    case 4 where code.hasPrefix("00"): return .region(String(code.dropFirst(2)))
    case 4: return .municipality(code)
    default: return nil
    }
  }
}
