package import SafetyModel
package import Workflows

/// Asks sources over the network, through the system's curl in a process of its own.
///
/// The name is resolved once and every address checked; curl is then bound to the address that was
/// checked, so that a name cannot mean another machine a moment later. See
/// `docs/decisions/0005-fetching-with-curl.md`.
package struct CurlFetcher: SourceFetcher {
  private let policy: FetchPolicy
  private let program: String
  private let wait: @Sendable (Int) async throws -> Void
  private let resolve: @Sendable (String) -> [String]

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - policy: What may be fetched.
  ///   - program: The path of curl.
  ///   - resolve: The addresses of a host; the system's when `nil`.
  ///   - wait: Waits so many seconds.
  package init(
    policy: FetchPolicy, program: String = "/usr/bin/curl",
    resolve: (@Sendable (String) -> [String])? = nil,
    wait: @escaping @Sendable (Int) async throws -> Void = {
      try await Task.sleep(for: .seconds($0))
    }
  ) {
    self.policy = policy
    self.program = program
    self.resolve = resolve ?? { NetworkAddress.resolved($0).map(\.text) }
    self.wait = wait
  }

  package func fetch(
    _ request: SourceRequest, knownTag: String?, progress: any ProgressListener
  ) async throws -> FetchedAnswer {
    let address = try checked(request.address)
    progress.began("fetching", arguments: ["address": request.address])
    defer { progress.finished() }
    var asked = 0
    while true {
      let response = try ask(address, request.body, knownTag, progress)
      asked += 1
      switch response.status {
      case 200:
        let answer = SourceAnswer(name: request.address, bytes: response.body)
        return .answer(answer, tag: response.headings["etag"])
      case 304 where knownTag != nil: return .unchanged
      case 429, 500, 502, 503, 504:
        let seconds = try seconds(toWait: response, after: asked, address)
        guard asked <= policy.retries else { throw refused(response, address) }
        try await wait(seconds)
      default: throw refused(response, address)
      }
    }
  }

  // MARK: - Before asking

  private func checked(_ text: String) throws(Problems) -> WebAddress {
    guard let address = WebAddress(text) else { throw problem("fetch.badAddress", text) }
    guard address.isSecure || policy.allowsOwnMachine else {
      throw problem("fetch.notSecure", text)
    }
    guard policy.hosts.contains(address.host) else {
      let known = policy.hosts.sorted().joined(separator: ", ")
      throw problem("fetch.notAllowed", text, ["host": address.host, "known": known])
    }
    return address
  }

  /// The address to connect to: every one that the name stands for must be public.
  private func place(of address: WebAddress) throws(Problems) -> NetworkAddress {
    let found = resolve(address.host).compactMap { NetworkAddress($0) }
    guard let first = found.first else {
      throw problem("fetch.unknownHost", address.text, ["host": address.host])
    }
    for place in found
    where !place.isPublic && !(policy.allowsOwnMachine && place.isOwnMachine) {
      throw problem("fetch.privateAddress", address.text, ["host": address.host])
    }
    return first
  }

  // MARK: - Asking

  private func ask(
    _ address: WebAddress, _ body: [UInt8]?, _ tag: String?, _ progress: any ProgressListener
  ) throws -> WebResponse {
    let arguments = try arguments(address, body, tag)
    var response = WebResponse()
    let ending: ChildProcess.Ending
    do {
      ending = try ChildProcess.run(
        program, arguments, timeout: .seconds(policy.seconds + 5)
      ) { piece in
        try response.take(piece, mostBytes: policy.mostBytes)
        if let part = response.part { progress.advanced(to: part) }
      }
    } catch is WebResponse.TooLarge {
      throw problem("fetch.tooLarge", address.text, ["limit": String(policy.mostBytes)])
    } catch is WebResponse.NotHTTP {
      throw problem("fetch.cutOff", address.text)
    } catch is ChildProcess.NotStarted {
      throw problem("fetch.noProgram", address.text, ["program": program])
    }
    try check(ending, response, address)
    guard response.status > 0 else { throw problem("fetch.cutOff", address.text) }
    return response
  }

  private func arguments(
    _ address: WebAddress, _ body: [UInt8]?, _ tag: String?
  ) throws(Problems) -> [String] {
    let place = try place(of: address)
    let pinned = place.bytes.count == 4 ? place.text : "[\(place.text)]"
    var arguments = [
      // What goes wrong is told where the answer would have been.
      "--disable", "--silent", "--show-error", "--stderr", "-", "--include", "--compressed",
      "--noproxy", "*", "--globoff",
      "--proto", address.isSecure ? "=https" : "=http", "--max-redirs", "0", "--tlsv1.2",
      "--connect-timeout", "10", "--max-time", String(policy.seconds),
      "--resolve", "\(address.host):\(address.port):\(pinned)",
      "--user-agent", "trygghet (municipal safety statistics)", "--header", "Expect:",
    ]
    if let authorities = policy.authorities { arguments += ["--cacert", authorities] }
    if let tag { arguments += ["--header", "If-None-Match: \(tag)"] }
    if let body {
      guard body.count <= 100_000, let text = String(validating: body, as: UTF8.self) else {
        throw problem("fetch.questionTooLong", address.text)
      }
      // `--data-raw` takes a text that begins with @ as it is.
      arguments += ["--header", "Content-Type: application/json", "--data-raw", text]
    }
    return arguments + ["--url", address.text]
  }

  private func check(
    _ ending: ChildProcess.Ending, _ response: WebResponse, _ address: WebAddress
  ) throws(Problems) {
    guard let key = CurlEnding.key(ending, told: response.unfinishedHead) else { return }
    throw problem(
      key, address.text,
      [
        "seconds": String(policy.seconds), "code": CurlEnding.code(ending), "host": address.host,
        "file": policy.authorities ?? "",
      ])
  }

  // MARK: - After asking

  /// What the source asks for, else longer each time; throws when that is too long to wait for.
  ///
  /// A moment is reckoned from the answer's own `Date`, so that no clock needs to be right.
  private func seconds(
    toWait response: WebResponse, after asked: Int, _ address: WebAddress
  ) throws(Problems) -> Int {
    guard let told = response.headings["retry-after"] else { return 1 << min(asked, 4) }
    var seconds = Int(told)
    if let moment = HTTPDate.seconds(told),
      let now = response.headings["date"].flatMap({ HTTPDate.seconds($0) })
    {
      seconds = max(0, moment - now)
    }
    guard let seconds, seconds >= 0, seconds <= policy.longestWait else {
      throw problem("fetch.comeBackLater", address.text, ["when": String(told.prefix(60))])
    }
    return max(1, seconds)
  }

  private func refused(_ response: WebResponse, _ address: WebAddress) -> Problems {
    if (300...399).contains(response.status), response.status != 304 {
      let target = response.headings["location"] ?? ""
      return problem("fetch.redirected", address.text, ["target": String(target.prefix(300))])
    }
    return problem("fetch.refused", address.text, ["status": String(response.status)])
  }

  private func problem(
    _ key: String, _ address: String, _ arguments: [String: String] = [:]
  ) -> Problems {
    Problems([Problem(key, arguments: arguments, file: String(address.prefix(500)))])
  }
}
