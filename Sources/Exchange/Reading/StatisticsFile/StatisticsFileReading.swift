import CReadStat

let handlerOK: Int32 = 0
let handlerAbort: Int32 = 1

/// ReadStat's answers, one after the other, as frames.
final class StatisticsFileReading {
  private var writer: StatisticsFrameWriter
  private var variableCount = 0
  private var variablesSeen = 0
  private var rows: Int64 = 0
  private var nextVariable = 0

  init(_ writer: StatisticsFrameWriter) { self.writer = writer }

  static func of(_ context: UnsafeMutableRawPointer?) -> StatisticsFileReading? {
    context.map { Unmanaged<StatisticsFileReading>.fromOpaque($0).takeUnretainedValue() }
  }

  func metadata(_ metadata: UnsafeMutablePointer<readstat_metadata_t>?) -> Int32 {
    let rows = Int64(readstat_get_row_count(metadata))
    variableCount = Int(readstat_get_var_count(metadata))
    writer.frame(.header) {
      $0.byte(StatisticsFrame.version)
      $0.number(rows)
      $0.number(UInt32(clamping: variableCount))
    }
    return goOn
  }

  func variable(
    _ index: Int32, _ variable: UnsafeMutablePointer<readstat_variable_t>?,
    _ labelSet: UnsafePointer<CChar>?
  ) -> Int32 {
    guard let variable, Int(index) == variablesSeen else { return handlerAbort }
    variablesSeen += 1
    let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
    let ranges = readstat_variable_get_missing_ranges_count(variable)
    writer.frame(.variable) {
      $0.number(UInt32(clamping: index))
      $0.byte(isText ? 1 : 0)
      $0.text(readstat_variable_get_name(variable))
      $0.text(readstat_variable_get_label(variable))
      $0.text(readstat_variable_get_format(variable))
      $0.text(labelSet)
      $0.byte(UInt8(clamping: ranges))
      for range in 0..<Int32(UInt8(clamping: ranges)) {
        write(readstat_variable_get_missing_range_lo(variable, range), isText, to: &$0)
        write(readstat_variable_get_missing_range_hi(variable, range), isText, to: &$0)
      }
    }
    return goOn
  }

  func valueLabel(
    _ labelSet: UnsafePointer<CChar>?, _ value: readstat_value_t, _ label: UnsafePointer<CChar>?
  ) -> Int32 {
    writer.frame(.valueLabel) {
      $0.text(labelSet)
      if readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
        $0.byte(StatisticsFrame.ValueKind.text.rawValue)
        $0.text(readstat_string_value(value))
      } else if readstat_value_is_tagged_missing(value) != 0 {
        $0.byte(StatisticsFrame.ValueKind.tag.rawValue)
        $0.byte(UInt8(bitPattern: readstat_value_tag(value)))
      } else {
        $0.byte(StatisticsFrame.ValueKind.number.rawValue)
        $0.number(readstat_double_value(value))
      }
      $0.text(label)
    }
    return goOn
  }

  func value(
    _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ value: readstat_value_t
  ) -> Int32 {
    guard Int(readstat_variable_get_index(variable)) == nextVariable else { return handlerAbort }
    if nextVariable == 0 { writer.begin(.row) }
    let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
    write(value, isText, to: &writer)
    nextVariable += 1
    if nextVariable == variableCount {
      writer.finish()
      nextVariable = 0
      rows += 1
    }
    return goOn
  }

  /// Ends the stream; a started row is left out.
  func finish(_ result: readstat_error_t) -> Int32 {
    if nextVariable > 0 { writer.cancel() }
    if result == READSTAT_OK {
      writer.frame(.end) { $0.number(rows) }
    } else {
      writer.frame(.failure) {
        $0.number(result.rawValue)
        $0.text(readstat_error_message(result))
      }
    }
    writer.flush()
    return writer.isBroken ? 1 : 0
  }

  private func write(
    _ value: readstat_value_t, _ isText: Bool, to writer: inout StatisticsFrameWriter
  ) {
    if isText {
      let isString = readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING
      writer.text(isString ? readstat_string_value(value) : nil)
    } else if readstat_value_is_tagged_missing(value) != 0 {
      writer.number(TaggedMissing.value(tag: UInt8(bitPattern: readstat_value_tag(value))))
    } else {
      let number = readstat_double_value(value)
      // A file can put any bits into a NaN; ours mean a tag.
      writer.number(number.isNaN ? TaggedMissing.value(tag: 0) : number)
    }
  }

  private var goOn: Int32 { writer.isBroken ? handlerAbort : handlerOK }
}
