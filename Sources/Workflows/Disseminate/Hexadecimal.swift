extension Sequence<UInt8> {
  /// The bytes as lower-case hexadecimal text, two digits a byte.
  package var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
