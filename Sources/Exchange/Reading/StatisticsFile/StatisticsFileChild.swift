import CReadStat
import Glibc

/// What the child process does: reads one SPSS or Stata file and writes its frames.
///
/// ReadStat parses in C what may have been made to break it. So it runs in a process of its own
/// that may use limited memory and time, and that can write nothing but its standard output.
package enum StatisticsFileChild {
  /// The name of the hidden subcommand that ``StatisticsFileReader`` starts.
  package static let subcommand = "read-statistics-file"

  /// Reads the file to standard output; the exit code is 0 whenever the stream has an end.
  package static func run(_ path: String) -> Int32 {
    guard ProcessLimits.lower(fileBytes: size(of: path)) else { return EX_OSERR }
    let reading = StatisticsFileReading(StatisticsFrameWriter(descriptor: STDOUT_FILENO))
    guard let parser = readstat_parser_init() else { return EX_OSERR }
    defer { readstat_parser_free(parser) }
    readstat_set_metadata_handler(parser, metadataHandler)
    readstat_set_variable_handler(parser, variableHandler)
    readstat_set_value_label_handler(parser, valueLabelHandler)
    readstat_set_value_handler(parser, valueHandler)
    // Without a limit, ReadStat reads no rows from a file that does not say how many it has.
    readstat_set_row_limit(parser, Int(Int32.max))
    let context = Unmanaged.passUnretained(reading).toOpaque()
    let isStata = path.lowercased().hasSuffix(".dta")
    let result =
      isStata
      ? readstat_parse_dta(parser, path, context) : readstat_parse_sav(parser, path, context)
    return withExtendedLifetime(reading) { reading.finish(result) }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

/// What a child process may use.
enum ProcessLimits {
  /// Address space: what the program itself maps, and room for a wide file.
  static let memoryBytes = 2 << 30

  /// Seconds of processor time for a file of the given size.
  static func seconds(fileBytes: Int) -> Int { 20 + fileBytes / 4_000_000 }

  /// Lowers the limits of this process, for good, and closes what it has inherited.
  static func lower(fileBytes: Int) -> Bool {
    for descriptor in 3..<Int32(4096) { close(descriptor) }
    return set(RLIMIT_CORE, to: 0) && set(RLIMIT_FSIZE, to: 0)
      && set(RLIMIT_CPU, to: seconds(fileBytes: fileBytes)) && set(RLIMIT_AS, to: memoryBytes)
  }

  private static func set(_ resource: __rlimit_resource, to value: Int) -> Bool {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    return setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
  }
}

private let metadataHandler: readstat_metadata_handler = { metadata, context in
  StatisticsFileReading.of(context)?.metadata(metadata) ?? handlerAbort
}
private let variableHandler: readstat_variable_handler = { index, variable, labelSet, context in
  StatisticsFileReading.of(context)?.variable(index, variable, labelSet) ?? handlerAbort
}
private let valueLabelHandler: readstat_value_label_handler = { labelSet, value, label, context in
  StatisticsFileReading.of(context)?.valueLabel(labelSet, value, label) ?? handlerAbort
}
private let valueHandler: readstat_value_handler = { _, variable, value, context in
  StatisticsFileReading.of(context)?.value(variable, value) ?? handlerAbort
}
