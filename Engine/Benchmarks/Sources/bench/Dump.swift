import SurveyStatistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes tables as comma-separated values, to be compared with those of another program.
///
/// Two files: `NAME.csv` with every share and `NAME_pairs.csv` with every comparison.
struct Dump {
  let workload: Workload
  let tables: [[TabulatedItem]]

  func write(to path: String) throws {
    let stem = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
    let estimates = try LineWriter(path: stem + ".csv")
    let pairs = try LineWriter(path: stem + "_pairs.csv")
    estimates.write("item,table,domain,cat,est,se,ll,ul,logit_l,logit_u")
    pairs.write("item,table,d1,d2,cat,diff,se,p,holm")
    for (breakdown, items) in zip(workload.breakdowns, tables) {
      let names = breakdown.dimensions.map { workload.file.dimensions[$0] }
      let table = names.isEmpty ? "all" : names.joined(separator: ".")
      for (item, figures) in zip(workload.file.items, items) {
        write(figures, "\(item),\(table)", breakdown, estimates, pairs)
      }
    }
  }

  private func write(
    _ item: TabulatedItem, _ start: String, _ breakdown: Breakdown, _ estimates: LineWriter,
    _ pairs: LineWriter
  ) {
    let width = item.categoryCount
    for figure in item.proportions.indices {
      let (linear, logit) = (item.linear[figure], item.logit[figure])
      estimates.write(
        """
        \(start),\(key(figure / width, breakdown)),\(figure % width + 1),\
        \(item.proportions[figure]),\(item.standardErrors[figure]),\(linear.lower),\
        \(linear.upper),\(logit.lower),\(logit.upper)
        """)
    }
    for (place, pair) in item.pairs.enumerated() {
      let domains = "\(key(pair.first, breakdown)),\(key(pair.second, breakdown))"
      for category in 0..<width {
        let test = place * width + category
        pairs.write(
          """
          \(start),\(domains),\(category + 1),\(item.differences[test]),\
          \(item.differenceErrors[test]),\(item.p[test]),\(item.adjustedP[test])
          """)
      }
    }
  }

  /// The codes of a domain, as in `3.1`.
  private func key(_ domain: Int, _ breakdown: Breakdown) -> String {
    var rest = domain
    var codes: [String] = []
    for place in breakdown.dimensions.reversed() {
      codes.append(String(rest % workload.shape.dimensionSizes[place] + 1))
      rest /= workload.shape.dimensionSizes[place]
    }
    return codes.reversed().joined(separator: ".")
  }
}

/// A text file that is written line by line.
final class LineWriter {
  private let stream: UnsafeMutablePointer<FILE>

  init(path: String) throws {
    guard let stream = fopen(path, "w") else { throw BenchError("cannot write \(path)") }
    self.stream = stream
  }

  deinit { fclose(stream) }

  func write(_ line: String) {
    fputs(line, stream)
    fputc(10, stream)
  }
}
