import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Web

/// `trygghet serve`: the site of a data directory.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the site of a data directory.",
    discussion: """
      Serves what is published in the directory, until Ctrl-C or SIGTERM. What is published meanwhile, by \
      `trygghet publish` in another terminal, is on the site within a second. Nothing is written.

      The server speaks plain HTTP: put a proxy with a certificate before it when it is reached \
      from outside.
      """)

  @OptionGroup var common: CommandOptions
  @Option(name: .customLong("data"), help: "The data directory.")
  var directory: String
  @Option(help: "The address to listen at; 0.0.0.0 for all of the machine's.")
  var host = "127.0.0.1"
  @Option(help: "The port to listen at; 0 for any free one.")
  var port = 8080
  @Flag(help: "Take the next free port when the wanted one is taken.")
  var findPort = false
  @Flag(help: "Write one line a request to standard output; nothing in it is about who asked.")
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
