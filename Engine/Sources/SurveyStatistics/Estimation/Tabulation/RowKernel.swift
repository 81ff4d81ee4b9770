/// The innermost loops over rows of answers: no allocation, no checks, nothing generic.
///
/// Callers have checked every code and length; nothing outside this module can get here.
enum RowKernel {
  /// So many codes are compared at once.
  static let lanes = 16
  private typealias Lanes = SIMD16<UInt8>
  /// So many categories are counted in one reading of the rows.
  private static let categoriesAtOnce = 4

  /// Copies some codes and the weight of some rows side by side, but of none that weighs nothing.
  ///
  /// - Parameters:
  ///   - rows: which rows.
  ///   - count: how many of them.
  ///   - codes: the first wanted code of the first row.
  ///   - stride: from one row's codes to the next.
  ///   - width: how many codes of a row are wanted.
  ///   - weights: one for each row.
  ///   - target: where the codes go.
  ///   - targetStride: from one row's codes to the next there.
  ///   - targetWeights: where the weights go.
  /// - Returns: how many were copied; one row more is written to.
  static func gather(
    _ rows: UnsafePointer<Int32>, count: Int, codes: UnsafePointer<UInt8>, stride: Int, width: Int,
    _ weights: UnsafePointer<Double>, to target: UnsafeMutablePointer<UInt8>, targetStride: Int,
    _ targetWeights: UnsafeMutablePointer<Double>
  ) -> Int {
    var kept = 0
    for place in 0..<count {
      let row = Int(rows[place])
      copy(codes + row &* stride, to: target + kept &* targetStride, width: width)
      let weight = weights[row]
      targetWeights[kept] = weight
      kept &+= weight == 0 ? 0 : 1
    }
    return kept
  }

  /// Copies a row's codes, many at once; the last of them twice where they don't come out even.
  private static func copy(
    _ codes: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, width: Int
  ) {
    guard width >= lanes else {
      for place in 0..<width { target[place] = codes[place] }
      return
    }
    var place = 0
    while place < width {
      place = min(place, width &- lanes)
      let some = UnsafeRawPointer(codes + place).loadUnaligned(as: Lanes.self)
      UnsafeMutableRawPointer(target + place).storeBytes(of: some, as: Lanes.self)
      place &+= lanes
    }
  }

  /// Adds (w, w²) to the sums of each answer's slot, over rows of one cell side by side.
  ///
  /// A cell's sums stay in the nearest cache while its rows pass, and no two answers of a row
  /// meet in a slot, so that no addition waits for the one before.
  ///
  /// - Parameters:
  ///   - codes: row by row those of the items that are added, `stride` apart.
  ///   - stride: from one row's codes to the next.
  ///   - weights: one for each row.
  ///   - count: the number of rows.
  ///   - slots: where the sums of all items stand.
  ///   - items: which of them are added.
  ///   - sums: the cell's, from the first slot of all.
  static func add(
    _ codes: UnsafePointer<UInt8>, stride: Int, _ weights: UnsafePointer<Double>, count: Int,
    _ slots: SlotLayout, _ items: Range<Int>, to sums: UnsafeMutablePointer<SIMD2<Double>>
  ) {
    slots.firstSlots.withUnsafeBufferPointer { firstSlots in
      guard let first = firstSlots.baseAddress.map({ $0 + items.lowerBound }) else { return }
      for row in 0..<count {
        let weight = weights[row]
        let addend = SIMD2(weight, weight * weight)
        let codes = codes + row &* stride
        for item in 0..<items.count {
          sums[Int(first[item]) &+ Int(codes[item])] += addend
        }
      }
    }
  }

  /// Counts the answers of each category over rows side by side; missing ones are not counted.
  ///
  /// Sixteen items at once are compared with a category, so that a row takes one subtraction for
  /// each category that any of them has.
  ///
  /// - Parameters:
  ///   - codes: row by row those of the items that are counted, `stride` apart.
  ///   - stride: from one row's codes to the next; a multiple of `lanes`.
  ///   - count: the number of rows, at most 255.
  ///   - slots: where the counts of all items stand.
  ///   - items: which of them are counted.
  ///   - counts: of the slots, from the first of all.
  static func count(
    _ codes: UnsafePointer<UInt8>, stride: Int, count: Int, _ slots: SlotLayout,
    _ items: Range<Int>, to counts: UnsafeMutablePointer<UInt32>
  ) {
    for start in Swift.stride(from: 0, to: items.count, by: lanes) {
      let some = items.lowerBound + start..<min(items.lowerBound + start + lanes, items.upperBound)
      var category = 1
      let last = slots.largestSize(some)
      while category <= last {
        let found = matches(codes + start, stride: stride, count: count, from: UInt8(category))
        for item in some {
          let first = counts + Int(slots.firstSlots[item]) + category
          let known = min(categoriesAtOnce, slots.itemSizes[item] - category + 1)
          let lane = item - some.lowerBound
          if known > 0 { first[0] += UInt32(found.0[lane]) }
          if known > 1 { first[1] += UInt32(found.1[lane]) }
          if known > 2 { first[2] += UInt32(found.2[lane]) }
          if known > 3 { first[3] += UInt32(found.3[lane]) }
        }
        category += categoriesAtOnce
      }
    }
  }

  /// How often each of sixteen neighbouring items has a category, and the next three.
  private static func matches(
    _ codes: UnsafePointer<UInt8>, stride: Int, count: Int, from category: UInt8
  ) -> (Lanes, Lanes, Lanes, Lanes) {
    let wanted = (
      Lanes(repeating: category), Lanes(repeating: category &+ 1), Lanes(repeating: category &+ 2),
      Lanes(repeating: category &+ 3)
    )
    var found = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for row in 0..<count {
      let some = UnsafeRawPointer(codes + row &* stride).loadUnaligned(as: Lanes.self)
      found.0 &-= ones(some .== wanted.0)
      found.1 &-= ones(some .== wanted.1)
      found.2 &-= ones(some .== wanted.2)
      found.3 &-= ones(some .== wanted.3)
    }
    return found
  }

  /// All bits where something is true, none elsewhere: minus one and 0.
  @inline(__always)
  private static func ones(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes {
    Lanes.zero.replacing(with: .max, where: mask)
  }

  /// The place of the first code above its limit; `nil` when there is none.
  static func firstExcess(
    _ codes: UnsafePointer<UInt8>, _ limits: UnsafePointer<UInt8>, width: Int, rowCount: Int
  ) -> Int? {
    let wholes = width / lanes
    for row in 0..<rowCount {
      let start = row * width
      var excess = SIMDMask<SIMD16<Int8>>(repeating: false)
      for lane in 0..<wholes {
        let limit = UnsafeRawPointer(limits + lanes * lane).loadUnaligned(as: Lanes.self)
        let code = UnsafeRawPointer(codes + start + lanes * lane).loadUnaligned(as: Lanes.self)
        excess = excess .| (code .> limit)
      }
      var isWithin = !any(excess)
      for place in lanes * wholes..<width where codes[start + place] > limits[place] {
        isWithin = false
      }
      guard isWithin else {
        return (start..<start + width).first { codes[$0] > limits[$0 - start] }
      }
    }
    return nil
  }
}
