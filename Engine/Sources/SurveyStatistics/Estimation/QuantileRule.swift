import NumericKernels

/// Which value stands for a quantile when weights and few values leave a choice.
///
/// The names are those of R's `svyquantile(qrule = …)`; hf1 to hf9 follow Hyndman and Fan, *Sample
/// quantiles in statistical packages*, 1996, with weights in place of counts.
public enum QuantileRule: String, Sendable, Hashable, CaseIterable, Codable {
  /// The lowest value at which the cumulative share reaches p; the textbook's, and the same as hf1.
  case math
  /// As math, but the middle of two values where the share is exactly p; the same as hf2.
  case school
  /// Shah and Vaish's, which needs no exact cumulative share.
  case shahvaish
  /// The inverse of the cumulative share.
  case hf1
  /// The inverse of the cumulative share, averaged at a step.
  case hf2
  /// The nearest even place at a step.
  case hf3
  /// Linear between the steps of the cumulative share.
  case hf4
  /// Linear between the middles of the steps.
  case hf5
  /// Linear, as by expected places of a uniform distribution.
  case hf6
  /// Linear between lowest and highest value; R's own default for plain data.
  case hf7
  /// Linear, about unbiased in the median for any distribution.
  case hf8
  /// Linear, about unbiased for the normal distribution.
  case hf9
}

/// Values with their weights, in ascending order, ready to be asked for quantiles.
struct WeightedOrder {
  private let x: [Double]
  private let w: [Double]
  private let cumulative: [Double]
  private let total: Double

  /// - Parameters:
  ///   - values: the values; those with weight 0 are left out.
  ///   - weights: one for each value.
  init(_ values: [Double], weights: [Double]) {
    let order = values.indices.filter { weights[$0] != 0 }
      .sorted { (values[$0], $0) < (values[$1], $1) }
    x = order.map { values[$0] }
    w = order.map { weights[$0] }
    // Carried exactly: whether a share falls on a step must not hang on rounding.
    var sum = CompensatedSum()
    cumulative = w.map {
      sum.add($0)
      return sum.value
    }
    total = sum.value
  }

  /// The quantile at a share p; NaN for no values.
  func quantile(_ p: Double, _ rule: QuantileRule) -> Double {
    guard let last = x.last, !p.isNaN else { return .nan }
    let n = x.count
    if n == 1 { return last }
    switch rule {
    case .math, .hf1, .school, .hf2, .hf4: return stepped(p, rule)
    case .hf3: return distinct.evenStep(p)
    case .hf5: return linear(p, (0..<n).map { (cumulative[$0] - w[$0] / 2) / total })
    case .hf6: return linear(p, cumulative.map { $0 / (total + w[n - 1]) })
    case .hf7: return linear(p, (0..<n).map { below($0) / cumulative[n - 2] })
    case .hf8:
      return linear(
        p, (0..<n).map { (below($0) / 3 + cumulative[$0] * 2 / 3) / (total + w[n - 1] / 3) })
    case .hf9:
      return linear(
        p,
        (0..<n).map { (below($0) * 3 / 8 + cumulative[$0] * 5 / 8) / (total + w[n - 1] / 4) })
    case .shahvaish: return constant(p)
    }
  }

  private func below(_ place: Int) -> Double {
    place == 0 ? 0 : cumulative[place - 1]
  }

  /// The last place whose cumulative weight is at most p·Σw, or the first.
  private func lowPlace(_ p: Double) -> Int {
    (cumulative.firstIndex { $0 > p * total } ?? cumulative.count) - 1
  }

  private func stepped(_ p: Double, _ rule: QuantileRule) -> Double {
    let low = max(lowPlace(p), 0)
    let high = min(low + 1, x.count - 1)
    let beyond = p - cumulative[low] / total
    switch rule {
    case .school, .hf2: return beyond <= 0 ? (x[low] + x[high]) / 2 : x[high]
    case .hf4:
      if low == high { return x[low] }
      // Below the first step this goes on beyond the lowest value, as R does.
      let part = beyond / (cumulative[high] / total - p + beyond)
      return x[low] * (1 - part) + x[high] * part
    default: return beyond <= 0 ? x[low] : x[high]
    }
  }

  private func evenStep(_ p: Double) -> Double {
    let low = max(lowPlace(p), 0)
    let high = min(low + 1, x.count - 1)
    // Places are counted from 1 in the rule.
    return p - cumulative[low] / total <= 0 && (low + 1).isMultiple(of: 2) ? x[low] : x[high]
  }

  /// Equal values as one, with their weights together.
  private var distinct: WeightedOrder {
    var (values, weights): ([Double], [Double]) = ([], [])
    for place in x.indices {
      if values.last == x[place] {
        weights[weights.count - 1] += w[place]
      } else {
        values.append(x[place])
        weights.append(w[place])
      }
    }
    return WeightedOrder(values, weights: weights)
  }

  private func linear(_ p: Double, _ places: [Double]) -> Double {
    guard let high = places.firstIndex(where: { $0 >= p }) else { return x[x.count - 1] }
    if high == 0 || places[high] == p { return x[high] }
    let part = (p - places[high - 1]) / (places[high] - places[high - 1])
    return x[high - 1] + (x[high] - x[high - 1]) * part
  }

  private func constant(_ p: Double) -> Double {
    let mean = total / Double(x.count)
    // R takes w/2 and not w/(2·mean) here, so that places need not ascend; kept, for equal figures.
    let places = x.indices.map {
      (cumulative[$0] / mean + 0.5 - w[$0] / 2) / Double(x.count + 1)
    }
    let reached = places.filter { $0 <= p }.max() ?? places.min()
    let values = x.indices.filter { places[$0] == reached }.map { x[$0] }
    return values.reduce(0, +) / Double(values.count)
  }
}
