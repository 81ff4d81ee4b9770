import Exchange
package import Workflows

/// The readers of descriptions that name further files.
package enum DocumentReaders {
  package static let register: any RegisterFileReader = YamlRegisterFile()
  package static let sources: any SourcesFileReader = YamlSourcesFile()
  package static let preconditions: any PreconditionsFileReader = YamlPreconditionsFile()
}
