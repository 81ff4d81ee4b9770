import Foundation
import SafetyModel
import Testing

@testable import Exchange

@Suite("The administrator's settings")
struct YamlSettingsFileTests {
  private func read(_ text: String) throws -> InstallationSettings {
    try YamlSettingsFile.read(bytes: Array(text.utf8), file: "settings.yaml")
  }

  @Test("name hosts and certificate authorities")
  func whole() throws {
    let settings = try read(
      "fetching:\n  hosts: [Statistics.Example.se, a.b]\n  authorities: /etc/ssl/own.pem\n")
    #expect(settings.hosts == ["statistics.example.se", "a.b"])
    #expect(settings.authorities == "/etc/ssl/own.pem")
  }

  @Test("may be left out, in part or in whole")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let missing = folder.url.appending(path: "settings.yaml").path
    #expect(try YamlSettingsFile.read(missing) == InstallationSettings())
    #expect(try read("fetching: {hosts: [a.b]}") == InstallationSettings(hosts: ["a.b"]))
    #expect(try read("fetching:") == InstallationSettings())
  }

  @Test(
    "are refused when a host is no host, or anything is not known",
    arguments: [
      ("fetching: {hosts: ['https://a.b']}", "settings.badHost"),
      ("fetching: {hosts: ['a.b:8443']}", "settings.badHost"),
      ("fetching: {hosts: ['*.b']}", "settings.badHost"),
      ("fetching: {hosts: ['a.b/x']}", "settings.badHost"),
      ("fetching: {hosts: ['user@a.b']}", "settings.badHost"),
      ("fetching: {hosts: ['söurce.example']}", "settings.badHost"),
      ("fetching: {authorities: own.pem}", "settings.notAPath"),
      ("fetching: {host: [a.b]}", "yaml.unknownKeyNear"), ("x: 1", "yaml.unknownKey"),
    ])
  func refused(text: String, key: String) {
    let found = problems { _ = try read(text) }
    #expect(found.map(\.key) == [key])
    found.forEach { expectWords($0) }
  }
}
