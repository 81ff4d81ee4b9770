import Exchange
package import Workflows

/// The form that municipality files are written in.
package enum MunicipalityFiles {
  package static let writer: any MunicipalityFileWriter = YamlMunicipalityWriter()
}
