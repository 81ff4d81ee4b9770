import Exchange
package import Workflows

/// The form that study files are written in.
package enum StudyFiles {
  package static let writer: any StudyFileWriter = YamlStudyWriter()
}
