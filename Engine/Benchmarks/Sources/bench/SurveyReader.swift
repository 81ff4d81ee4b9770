import SurveyStatistics

/// Turns the bytes of a survey file into blocks of codes, without making anything for a row.
struct SurveyReader {
  private let file: SurveyFile
  private let isClustered: Bool
  private let capacity: Int
  private let start: Int
  private var place: Int
  private let end: Int

  /// - Parameters:
  ///   - file: where the rows are.
  ///   - range: which of its bytes; they begin with a row.
  ///   - isClustered: whether primary units are wanted; else population sizes, those of persons.
  ///   - capacity: how many rows a block has at most; two thousand of them stay in the cache.
  init(_ file: SurveyFile, range: Range<Int>, isClustered: Bool = false, capacity: Int = 2048) {
    (self.file, self.isClustered) = (file, isClustered)
    (start, place, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    // No more room than rows of empty fields may need.
    self.capacity = min(capacity, range.count / max(file.items.count, 1) + 1)
  }

  var isDone: Bool { place >= end }

  /// How many rows the whole range is likely to have, a little more than less.
  ///
  /// - Parameter read: how many have been read.
  /// - Returns: a number of rows.
  func estimatedRows(_ read: Int) -> Int {
    read * (end - start) / max(place - start, 1) * 33 / 32 + 64
  }

  /// Reads the next rows into a block, in place of those that are there.
  ///
  /// - Throws: ``BenchError``, which tells the place.
  mutating func read(into block: inout AnswerBlock) throws {
    let width = file.dimensions.count + file.items.count
    block.resize(rows: capacity, width: width, roles: file.roles)
    var (rows, at) = (0, file.file.bytes + place)
    let isRead = RowParser.parse(
      &at, stop: file.file.bytes + end, rows: &rows, capacity: capacity, roles: file.roles,
      width: width, strata: &block.strata, sizes: &block.populationSizes,
      units: &block.primaryUnits, weights: &block.weights, codes: &block.codes)
    place = at - file.file.bytes
    guard isRead else { throw BenchError("byte \(place) is not as expected") }
    block.resize(rows: rows, width: width, roles: file.roles)
    if isClustered {
      block.populationSizes.removeAll(keepingCapacity: true)
    } else {
      block.primaryUnits.removeAll(keepingCapacity: true)
    }
  }
}

extension AnswerBlock {
  /// Makes room for a number of rows, or drops those that were not filled.
  fileprivate mutating func resize(rows: Int, width: Int, roles: [SurveyFile.Role]) {
    strata.resize(rows, 0)
    weights.resize(rows, 0)
    codes.resize(rows * width, 0)
    populationSizes.resize(roles.contains { $0 == .populationSize } ? rows : 0, 0)
    primaryUnits.resize(roles.contains { $0 == .primaryUnit } ? rows : 0, 0)
  }
}

extension Array {
  fileprivate mutating func resize(_ count: Int, _ element: Element) {
    if self.count > count {
      removeLast(self.count - count)
    } else if self.count < count {
      append(contentsOf: repeatElement(element, count: count - self.count))
    }
  }
}

/// The loops over bytes.
enum RowParser {
  private typealias Bytes = UnsafePointer<UInt8>
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let zero = UInt8(ascii: "0")

  /// Parses rows until there are enough of them or no more; false at a byte that cannot be.
  static func parse(
    _ at: inout UnsafePointer<UInt8>, stop: UnsafePointer<UInt8>, rows: inout Int, capacity: Int,
    roles: [SurveyFile.Role], width: Int, strata: UnsafeMutablePointer<Int32>,
    sizes: UnsafeMutablePointer<Double>, units: UnsafeMutablePointer<Int32>,
    weights: UnsafeMutablePointer<Double>, codes: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    while rows < capacity, at < stop {
      for role in roles {
        switch role {
        case .ignored: while at < stop, at[0] != comma { at += 1 }
        case .stratum: strata[rows] = Int32(truncatingIfNeeded: integer(&at))
        case .primaryUnit: units[rows] = Int32(truncatingIfNeeded: integer(&at))
        case .populationSize: sizes[rows] = decimal(&at)
        case .weight: weights[rows] = decimal(&at)
        }
        guard at[0] == comma else { return false }
        at += 1
      }
      guard parseCodes(&at, codes + rows * width, count: width) else { return false }
      rows += 1
    }
    return true
  }

  private static func integer(_ at: inout UnsafePointer<UInt8>) -> Int {
    var value = 0
    while true {
      let digit = Int(at[0]) - Int(zero)
      guard digit >= 0, digit <= 9 else { return value }
      value = value &* 10 &+ digit
      at += 1
    }
  }

  /// Powers of ten that are exact as doubles.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// A number, rounded as it should be: of up to 15 digits by one exact division.
  private static func decimal(_ at: inout UnsafePointer<UInt8>) -> Double {
    let start = at
    let whole = integer(&at)
    var places = 0
    var value = whole
    if at[0] == UInt8(ascii: ".") {
      let point = at + 1
      at = point
      var digit = Int(at[0]) - Int(zero)
      while digit >= 0, digit <= 9 {
        value = value &* 10 &+ digit
        at += 1
        digit = Int(at[0]) - Int(zero)
      }
      places = at - point
    }
    if at - start <= 16, at[0] == comma {
      return places == 0 ? Double(value) : Double(value) / powers[places]
    }
    while at[0] != comma, at[0] != newline, at[0] != 0 { at += 1 }
    let text = UnsafeBufferPointer(start: start, count: at - start)
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }

  /// One-digit codes four at a time as long as they come so; anything else one by one.
  private static func parseCodes(
    _ at: inout UnsafePointer<UInt8>, _ codes: UnsafeMutablePointer<UInt8>, count: Int
  ) -> Bool {
    let commas: UInt64 = 0x2C00_2C00_2C00_2C00
    var place = 0
    while place + 4 < count {
      let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
      let digits = (word & 0x00FF_00FF_00FF_00FF) &- 0x0030_0030_0030_0030
      let odd = (digits &+ 0x0076_0076_0076_0076) | digits
      let wrong = (odd & 0xFF80_FF80_FF80_FF80) | ((word & 0xFF00_FF00_FF00_FF00) ^ commas)
      let pairs = digits | digits >> 8
      let four = UInt32(truncatingIfNeeded: (pairs & 0xFFFF) | (pairs >> 16 & 0xFFFF_0000))
      UnsafeMutableRawPointer(codes + place).storeBytes(of: four.littleEndian, as: UInt32.self)
      if wrong == 0 {
        at += 8
        place += 4
        continue
      }
      // So many codes are right; the next is missing if its first byte is a comma.
      let right = wrong.trailingZeroBitCount / 16
      at += 2 * right
      place += right
      guard parseCode(&at, codes + place, isLast: false) else { return false }
      place += 1
    }
    while place < count {
      guard parseCode(&at, codes + place, isLast: place == count - 1) else { return false }
      place += 1
    }
    return true
  }

  private static func parseCode(
    _ at: inout UnsafePointer<UInt8>, _ code: UnsafeMutablePointer<UInt8>, isLast: Bool
  ) -> Bool {
    let value = at[0] == comma ? 0 : integer(&at)
    code[0] = UInt8(clamping: value)
    if !isLast {
      guard at[0] == comma else { return false }
      at += 1
      return value <= 255
    }
    if at[0] == UInt8(ascii: "\r") { at += 1 }
    // The last line may lack its end.
    guard at[0] == newline || at[0] == 0 else { return false }
    at += 1
    return value <= 255
  }
}
