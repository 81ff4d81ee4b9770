extension String {
  /// Without ASCII blanks at both ends.
  var trimmingBlanks: String {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D]
    guard let first = utf8.firstIndex(where: { !blanks.contains($0) }),
      let last = utf8.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
