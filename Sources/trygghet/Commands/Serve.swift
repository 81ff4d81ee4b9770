import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Web

/// `trygghet serve`: the site of a data directory.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: CommandOptions.textsOfSurroundings("command.serve.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.serve.discussion"))

  @OptionGroup var common: CommandOptions
  @Option(name: .customLong("data"), help: helpText("help.data"))
  var directory: String
  @Option(help: helpText("serve.help.host"))
  var host = "127.0.0.1"
  @Option(help: helpText("serve.help.port"))
  var port = 8080
  @Flag(help: helpText("serve.help.findPort"))
  var findPort = false
  @Flag(help: helpText("serve.help.log"))
  var accessLog = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
  }

  func run() async throws {
    let texts = common.texts
    do {
      let stores = try StorageEngine.sqlite.openForReading(directory)
      defer { try? stores.close() }
      try await serve(SiteServer(stores, accessLog: accessLog), texts)
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    } catch let error as ListeningError {
      let problem = Problem(
        "serve.\(error.reason.rawValue)",
        arguments: ["host": error.host, "port": String(error.port)])
      throw Refusal.report([problem], in: texts)
    }
  }

  /// Serves on the port, or on the next free one when that may be sought.
  private func serve(_ server: SiteServer, _ texts: Texts) async throws {
    let last = findPort && port > 0 ? min(port + 100, 65_535) : port
    for candidate in port...last {
      do {
        return try await server.run(host: host, port: candidate) { port in
          announce(port, texts)
        }
      } catch let error as ListeningError where error.reason == .portTaken && candidate < last {
        continue
      }
    }
  }

  private func announce(_ port: Int, _ texts: Texts) {
    let name = host == "0.0.0.0" || host == "::" ? "localhost" : host
    let host = name.contains(":") ? "[\(name)]" : name
    let line = texts("command.serve.running", ["address": "http://\(host):\(port)/"])
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}

extension SiteServer {
  /// The server of what is stored, with all formats.
  init(_ stores: OpenStores, accessLog: Bool) {
    let settings = SiteSettings()
    let pictures = PictureWatch(
      municipalities: stores.municipality, publications: stores.publications,
      observations: stores.observations, registers: stores.registers,
      preconditions: stores.preconditions, uptime: SystemClock.uptime)
    let site = SiteService(
      pictures: pictures, publications: stores.publications, formats: PublishedFormats.all,
      indicatorFormats: PublishedFormats.indicators, settings: settings)
    let clock = SystemClock()
    let log = AccessLog(now: { clock.now() }) { line in
      FileHandle.standardOutput.write(Data(line.utf8))
    }
    self.init(
      SiteResponder(site: site, settings: settings, log: accessLog ? log : nil),
      settings: settings)
  }
}
