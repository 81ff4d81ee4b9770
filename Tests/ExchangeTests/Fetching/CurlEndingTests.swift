import Testing

@testable import Exchange

@Suite("Why curl gave up")
struct CurlEndingTests {
  @Test(
    "is told apart by its exit code",
    arguments: [
      (0, nil), (6, "fetch.unreachable"), (7, "fetch.unreachable"), (18, "fetch.cutOff"),
      (23, "fetch.cutOff"), (28, "fetch.timedOut"), (35, "fetch.notTrusted"),
      (52, "fetch.cutOff"), (56, "fetch.cutOff"), (60, "fetch.notTrusted"), (61, "fetch.cutOff"),
      (77, "fetch.noAuthorities"), (2, "fetch.failed"), (127, "fetch.failed"),
    ] as [(Int32, String?)])
  func codes(code: Int32, key: String?) {
    #expect(CurlEnding.key(.exited(code), told: "") == key)
  }

  @Test("is told apart by its words when a certificate is wrong")
  func certificates() {
    func key(_ words: String) -> String? { CurlEnding.key(.exited(60), told: words) }
    #expect(
      key("curl: (60) SSL certificate problem: certificate has expired")
        == "fetch.certificateExpired")
    #expect(
      key("curl: (60) SSL certificate problem: certificate is not yet valid")
        == "fetch.certificateExpired")
    #expect(
      key("curl: (60) SSL: no alternative certificate subject name matches target host name 'a'")
        == "fetch.certificateOfAnother")
    #expect(
      key("curl: (60) SSL certificate problem: self-signed certificate in certificate chain")
        == "fetch.certificateUnknown")
    #expect(key("curl: (60) something new") == "fetch.notTrusted")
    // A server's own words are no excuse: only what curl says where no answer came counts.
    #expect(CurlEnding.key(.exited(0), told: "certificate has expired") == nil)
  }

  @Test("is also a signal or the end of the time")
  func others() {
    #expect(CurlEnding.key(.signalled(9), told: "") == "fetch.failed")
    #expect(CurlEnding.code(.signalled(9)) == "signal 9")
    #expect(CurlEnding.key(.timedOut, told: "") == "fetch.timedOut")
  }
}
