/// Numbers keys from 0, in the order in which they first come.
struct KeyNumbering: Sendable {
  /// The keys, by number.
  private(set) var keys: [Int] = []
  /// Open addressing: the number at each place, −1 for none; always at least half empty.
  private var places: [Int32] = Array(repeating: -1, count: 1024)

  /// The number of a key, new or known.
  mutating func number(of key: Int) -> Int {
    let mask = places.count - 1
    var place = Self.spread(key) & mask
    while true {
      let known = places[place]
      if known < 0 { break }
      if keys[Int(known)] == key { return Int(known) }
      place = (place + 1) & mask
    }
    places[place] = Int32(keys.count)
    keys.append(key)
    if 2 * keys.count > places.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: 2 * places.count)
    let mask = places.count - 1
    for (number, key) in keys.enumerated() {
      var place = Self.spread(key) & mask
      while places[place] >= 0 { place = (place + 1) & mask }
      places[place] = Int32(number)
    }
  }

  private static func spread(_ key: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }
}
