import Glibc

/// A machine's address on the network, and whether it is on the public internet.
struct NetworkAddress: Hashable {
  /// Four bytes or sixteen.
  let bytes: [UInt8]

  /// As it is written: `192.0.2.1` or `2001:db8::1`.
  let text: String

  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: six) { Array($0) }
    } else {
      return nil
    }
    self.text = text
  }

  /// Every address that a name stands for now.
  static func resolved(_ host: String) -> [NetworkAddress] {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var next = list
    while let entry = next?.pointee {
      var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let status = getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
      let text = String(
        decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if status == 0, let address = NetworkAddress(text), !found.contains(address) {
        found.append(address)
      }
      next = entry.ai_next
    }
    return found
  }

  /// Neither this machine, nor a network at hand, nor set aside for anything else.
  ///
  /// After IANA's registries of special-purpose addresses (RFC 6890 and later). Of IPv6 only global
  /// unicast is public, without the parts that hold an IPv4 address within.
  var isPublic: Bool {
    guard bytes.count == 4 else { return isPublicSix }
    let (a, b, c) = (bytes[0], bytes[1], bytes[2])
    switch a {
    case 0, 10, 127, 224...255: return false
    case 100: return !(64...127).contains(b)
    case 169: return b != 254
    case 172: return !(16...31).contains(b)
    case 192: return b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99)
    case 198: return b != 18 && b != 19 && !(b == 51 && c == 100)
    case 203: return !(b == 0 && c == 113)
    default: return true
    }
  }

  private var isPublicSix: Bool {
    guard bytes.count == 16, bytes[0] & 0xE0 == 0x20 else { return false }
    // 2001::/23 is set aside for protocols, 2001:db8::/32 for examples, 2002::/16 holds IPv4.
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      if bytes[2] < 2 { return false }
      if bytes[2] == 0x0D, bytes[3] == 0xB8 { return false }
    }
    if bytes[0] == 0x3F, bytes[1] == 0xFF { return false }
    return !(bytes[0] == 0x20 && bytes[1] == 0x02)
  }

  var isOwnMachine: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes == Array(repeating: 0, count: 15) + [1]
  }
}
