/// The innermost loops from sums to tables: no allocation, no checks, nothing generic.
///
/// Callers have checked every code and length; nothing outside this module can get here.
///
/// Long because every unsafe loop of the tabulation is to be found in this one file.
enum TallyKernel {
  /// Puts a column's codes into rows, in a given order.
  static func gather(
    _ column: UnsafePointer<UInt8>, _ rows: [Int32], to codes: UnsafeMutablePointer<UInt8>,
    step: Int
  ) {
    var place = 0
    for row in rows {
      codes[place] = column[Int(row)]
      place += step
    }
  }

  /// Takes the sums of a cell apart: Σw·g, Σw²·g² and n of each figure.
  ///
  /// - Parameters:
  ///   - sums: (Σw, Σw²) of each slot, from the first item's code 0.
  ///   - numbers: n of each slot, from the same.
  ///   - slots: where the items' slots and figures stand.
  ///   - factor: g.
  ///   - weights: Σw·g.
  ///   - squares: Σw²·g².
  ///   - counts: n.
  static func separate(
    _ sums: UnsafePointer<SIMD2<Double>>, _ numbers: UnsafePointer<UInt32>, _ slots: SlotLayout,
    factor: Double,
    to weights: UnsafeMutablePointer<Double>, _ squares: UnsafeMutablePointer<Double>,
    _ counts: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      var slot = 0
      for item in 0..<firstFigures.count - 1 {
        // After the slot of code 0 come those of the categories.
        slot += 1
        for figure in firstFigures[item]..<firstFigures[item + 1] {
          let sum = sums[slot]
          weights[figure] = sum.x * factor
          squares[figure] = sum.y * factor * factor
          counts[figure] = Double(numbers[slot])
          slot += 1
        }
      }
    }
  }

  /// Holm's adjustment of a family whose p stand a step apart; insertion sort, for few tests.
  ///
  /// - Parameters:
  ///   - p: the first p; replaced by the adjusted ones.
  ///   - step: from one p to the next.
  ///   - tests: how many there are.
  ///   - sorted: room for as many numbers.
  ///   - places: room for as many numbers.
  static func adjustByHolm(
    _ p: UnsafeMutablePointer<Double>, step: Int, tests: Int,
    _ sorted: UnsafeMutablePointer<Double>, _ places: UnsafeMutablePointer<Int>
  ) {
    var count = 0
    for place in Swift.stride(from: 0, to: tests * step, by: step) where !p[place].isNaN {
      var rank = count
      while rank > 0, sorted[rank - 1] > p[place] {
        sorted[rank] = sorted[rank - 1]
        places[rank] = places[rank - 1]
        rank -= 1
      }
      sorted[rank] = p[place]
      places[rank] = place
      count += 1
    }
    var largest = 0.0
    for rank in 0..<count {
      largest = max(largest, min(1, Double(count - rank) * sorted[rank]))
      p[places[rank]] = largest
    }
  }

  /// target += source.
  static func add(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] += source[place] }
  }

  /// target += k·source.
  static func addMultiple(
    _ source: UnsafePointer<Double>, factor: Double, to target: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    for place in 0..<count { target[place] += factor * source[place] }
  }

  /// target −= k·a·b.
  static func subtractProducts(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, factor: Double,
    from target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] -= factor * a[place] * b[place] }
  }

  /// For each figure the sum over all categories of its item.
  static func spread(
    _ source: UnsafePointer<Double>, _ slots: SlotLayout, to target: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      for item in 0..<firstFigures.count - 1 {
        let (start, end) = (firstFigures[item], firstFigures[item + 1])
        var sum = 0.0
        for figure in start..<end { sum += source[figure] }
        for figure in start..<end { target[figure] = sum }
      }
    }
  }

  /// S = (Σw·y − p·Σw)/W.
  static func linearise(
    _ sums: UnsafePointer<Double>, _ wholes: UnsafePointer<Double>,
    _ proportions: UnsafePointer<Double>, _ inverses: UnsafePointer<Double>,
    to parts: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      parts[place] = (sums[place] - proportions[place] * wholes[place]) * inverses[place]
    }
  }

  /// target += k·(a − 2p·b + p²·c)/W²: the sum of squares of a − p·w over the units of a segment.
  ///
  /// a, b and c are the sums of (Σw·y)², (Σw·y)·(Σw) and (Σw)² of each unit; of elements a = b.
  static func addSpread(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ c: UnsafePointer<Double>,
    _ proportions: UnsafePointer<Double>, _ inverses: UnsafePointer<Double>, factor: Double,
    to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      let (p, inverse) = (proportions[place], inverses[place])
      let spread = a[place] - 2 * p * b[place] + p * p * c[place]
      target[place] += factor * spread * inverse * inverse
    }
  }

  /// Adds a row's weight to the figure of each of its answers; missing ones go after the last.
  static func addRow(
    _ codes: UnsafePointer<UInt8>, from first: Int, weight: Double, _ slots: SlotLayout,
    to figures: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      let missing = firstFigures[firstFigures.count - 1]
      for item in 0..<firstFigures.count - 1 {
        let code = Int(codes[first + item])
        figures[code == 0 ? missing : firstFigures[item] + code - 1] += weight
      }
    }
  }

  /// Adds a row's numbers to the slot of each of its answers.
  static func addRow(
    _ codes: UnsafePointer<UInt8>, from first: Int, _ numbers: [Double], _ slots: SlotLayout,
    to sums: UnsafeMutablePointer<Double>
  ) {
    let width = numbers.count
    numbers.withUnsafeBufferPointer { numbers in
      for item in 0..<slots.itemCount {
        let target = sums + (Int(slots.firstSlots[item]) &+ Int(codes[first + item])) &* width
        for number in 0..<width { target[number] += numbers[number] }
      }
    }
  }

  /// target = source.
  static func copy(
    _ source: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    target.update(from: source, count: count)
  }

  /// target += a·b.
  static func addProducts(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] += a[place] * b[place] }
  }

  /// The sum over all categories of each item, by item and for each figure.
  static func spread(
    _ source: UnsafePointer<Double>, _ slots: SlotLayout, to target: UnsafeMutablePointer<Double>,
    perItem: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      for item in 0..<firstFigures.count - 1 {
        let (start, end) = (firstFigures[item], firstFigures[item + 1])
        var sum = 0.0
        for figure in start..<end { sum += source[figure] }
        perItem[item] = sum
        for figure in start..<end { target[figure] = sum }
      }
    }
  }

  /// For each figure the number of its item.
  static func widen(
    _ perItem: UnsafePointer<Double>, _ slots: SlotLayout, to target: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      for item in 0..<firstFigures.count - 1 {
        for figure in firstFigures[item]..<firstFigures[item + 1] {
          target[figure] = perItem[item]
        }
      }
    }
  }

  /// squares += a², products += a·w.
  static func addMoments(
    _ a: UnsafePointer<Double>, _ w: UnsafePointer<Double>,
    to squares: UnsafeMutablePointer<Double>, _ products: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      squares[place] += a[place] * a[place]
      products[place] += a[place] * w[place]
    }
  }

  /// aa' += a·a', aw' += a·w', wa' += w·a'.
  static func addCrossMoments(
    _ a: UnsafePointer<Double>, _ w: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ v: UnsafePointer<Double>, to ab: UnsafeMutablePointer<Double>,
    _ av: UnsafeMutablePointer<Double>, _ wb: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      ab[place] += a[place] * b[place]
      av[place] += a[place] * v[place]
      wb[place] += w[place] * b[place]
    }
  }

  /// target += k·(aa' − p'·aw' − p·wa' + pp'·ww')/(WW').
  ///
  /// - Parameters:
  ///   - moments: Σaa', then Σaw', then Σwa', each as long as there are figures.
  ///   - wholes: Σww'.
  ///   - first: where p and 1/W of the first domain stand.
  ///   - second: where those of the second domain stand.
  ///   - factor: k.
  ///   - target: what is added to.
  ///   - count: the number of figures.
  static func addCrossSpread(
    _ moments: UnsafePointer<Double>, _ wholes: UnsafePointer<Double>, _ first: Shares,
    _ second: Shares, factor: Double, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      let (p, q) = (first.proportions[place], second.proportions[place])
      let spread =
        moments[place] - q * moments[count + place] - p * moments[2 * count + place]
        + p * q * wholes[place]
      target[place] += factor * spread * first.inverses[place] * second.inverses[place]
    }
  }

  /// The proportions of a domain, and 1/W.
  struct Shares {
    let proportions: UnsafeMutablePointer<Double>
    let inverses: UnsafeMutablePointer<Double>
  }

  /// Adds a row's weights in eight replicates to the figure of each of its answers.
  static func addRow(
    _ codes: UnsafePointer<UInt8>, from first: Int, weights: SIMD8<Double>, _ slots: SlotLayout,
    to figures: UnsafeMutablePointer<SIMD8<Double>>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      let missing = firstFigures[firstFigures.count - 1]
      for item in 0..<firstFigures.count - 1 {
        let code = Int(codes[first + item])
        figures[code == 0 ? missing : firstFigures[item] + code - 1] += weights
      }
    }
  }

  /// target += source.
  static func add(
    _ source: UnsafePointer<SIMD8<Double>>, to target: UnsafeMutablePointer<SIMD8<Double>>,
    count: Int
  ) {
    for place in 0..<count { target[place] += source[place] }
  }

  /// Turns sums of weights into deviations of their proportions.
  ///
  /// They are 0 in replicates that are not used and in those where nobody is left; for each item
  /// the others are counted.
  static func deviate(
    _ sums: UnsafeMutablePointer<SIMD8<Double>>, _ slots: SlotLayout,
    from proportions: UnsafePointer<Double>, _ isUsed: SIMD8<Double>,
    kept: UnsafeMutablePointer<Double>
  ) {
    slots.firstFigures.withUnsafeBufferPointer { firstFigures in
      for item in 0..<firstFigures.count - 1 {
        let figures = firstFigures[item]..<firstFigures[item + 1]
        var whole = SIMD8<Double>.zero
        for figure in figures { whole += sums[figure] }
        let isIdle = isUsed .== 0 .| whole .<= 0
        kept[item] += isUsed.replacing(with: 0, where: isIdle).sum()
        for figure in figures {
          let deviation = sums[figure] / whole - SIMD8(repeating: proportions[figure])
          sums[figure] = deviation.replacing(with: 0, where: isIdle)
        }
      }
    }
  }

  /// squares += Σf·δ², weighted += Σf·δ, plain += Σδ.
  static func addDeviations(
    _ deviations: UnsafePointer<SIMD8<Double>>, _ factors: SIMD8<Double>,
    to squares: UnsafeMutablePointer<Double>, _ weighted: UnsafeMutablePointer<Double>,
    _ plain: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count {
      let deviation = deviations[place]
      let product = factors * deviation
      squares[place] += (product * deviation).sum()
      weighted[place] += product.sum()
      plain[place] += deviation.sum()
    }
  }

  /// target += Σf·δ·δ'.
  static func addDeviationProducts(
    _ a: UnsafePointer<SIMD8<Double>>, _ b: UnsafePointer<SIMD8<Double>>,
    _ factors: SIMD8<Double>, to target: UnsafeMutablePointer<Double>, count: Int
  ) {
    for place in 0..<count { target[place] += (factors * a[place] * b[place]).sum() }
  }
}
