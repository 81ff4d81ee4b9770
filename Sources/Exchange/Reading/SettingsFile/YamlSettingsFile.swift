import Foundation
package import SafetyModel

/// What the administrator has set for one data directory: `settings.yaml` in it.
package struct InstallationSettings: Sendable, Hashable {
  /// Hosts that may be asked besides the usual ones, in small letters.
  package var hosts: Set<String> = []
  /// A file of the certificate authorities that are trusted when sources are fetched.
  package var authorities: String?
  package init(hosts: Set<String> = [], authorities: String? = nil) {
    self.hosts = hosts
    self.authorities = authorities
  }
}

/// Reads the administrator's settings.
///
///     fetching:
///       hosts: [statistics.example.se]
///       authorities: /etc/ssl/certs/example.pem
package enum YamlSettingsFile {
  /// The settings, or those of a directory without the file.
  package static func read(_ path: String) throws -> InstallationSettings {
    guard FileManager.default.fileExists(atPath: path) else { return InstallationSettings() }
    return try read(YamlText(contentsOf: path))
  }

  /// Reads settings from bytes; `file` is the name that messages tell.
  package static func read(bytes: [UInt8], file: String) throws -> InstallationSettings {
    try read(YamlText(bytes: bytes, file: file))
  }

  private static func read(_ text: YamlText) throws -> InstallationSettings {
    let form = YamlForm(file: text.file)
    let root = form.root(try YamlNode.parsed(text), keys: ["fetching"])
    let settings = root.section("fetching", keys: ["hosts", "authorities"])?.fetching()
    guard form.problems.isEmpty else { throw Problems(form.problems) }
    return settings ?? InstallationSettings()
  }
}

extension YamlSection {
  fileprivate func fetching() -> InstallationSettings {
    var settings = InstallationSettings(authorities: optionalText("authorities"))
    if let authorities = settings.authorities, !authorities.hasPrefix("/") {
      report("settings.notAPath", ["value": authorities], at: "authorities")
    }
    guard let pair = pair("hosts") else { return settings }
    for host in form.texts(pair.value, path: path(of: "hosts"), position: pair.position) {
      // Taken apart by the same code that later decides, so that both mean the same host.
      guard let address = WebAddress("https://\(host)/"), address.host == host.lowercased() else {
        report("settings.badHost", ["value": host], at: "hosts")
        continue
      }
      settings.hosts.insert(address.host)
    }
    return settings
  }
}
