import Foundation
import SafetyModel

/// The attributes of a shapefile: a dBase III table.
struct DBFTable {
  struct Field {
    var name: String
    var length: Int
  }
  var fields: [Field]
  /// One record after the other; values as text without outer blanks.
  var records: [[String: String]]

  private static let mostRecords = 100_000

  init(_ bytes: [UInt8], encoding: String.Encoding, file: String) throws(Problems) {
    func fault(_ key: String, record: Int? = nil) -> Problems {
      let arguments = record.map { ["record": String($0)] } ?? [:]
      return Problems([Problem(key, arguments: arguments, file: file)])
    }
    guard bytes.count > 32, bytes[0] & 7 == 3 else { throw fault("shapefile.badTable") }
    let count = Self.number(bytes, 4, 4)
    let headerBytes = Self.number(bytes, 8, 2)
    let recordBytes = Self.number(bytes, 10, 2)
    guard count <= Self.mostRecords else { throw fault("shapefile.tooMany") }
    fields = []
    var at = 32
    while at < bytes.count, bytes[at] != 0x0D {
      guard at + 32 <= headerBytes, headerBytes <= bytes.count else {
        throw fault("shapefile.badTable")
      }
      let name = bytes[at..<(at + 11)].prefix { $0 != 0 }
      fields.append(
        Field(name: String(decoding: name, as: UTF8.self), length: Int(bytes[at + 16])))
      at += 32
    }
    guard recordBytes == fields.reduce(1, { $0 + $1.length }) else {
      throw fault("shapefile.badTable")
    }
    records = []
    for number in 0..<count {
      let start = headerBytes + number * recordBytes
      guard start + recordBytes <= bytes.count else {
        throw fault("shapefile.cutOffRecord", record: number + 1)
      }
      guard let record = record(bytes[start..<(start + recordBytes)], encoding) else {
        throw fault("shapefile.badText", record: number + 1)
      }
      records.append(record)
    }
  }

  private func record(_ bytes: ArraySlice<UInt8>, _ encoding: String.Encoding)
    -> [String: String]?
  {
    var values: [String: String] = [:]
    var at = bytes.startIndex + 1
    for field in fields {
      let raw = bytes[at..<(at + field.length)]
      guard let text = String(data: Data(raw.prefix { $0 != 0 }), encoding: encoding) else {
        return nil
      }
      values[field.name] = text.trimmingAllBlanks
      at += field.length
    }
    return values
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
