import Exchange
import Foundation
import SafetyModel
import Testing
import Workflows

/// The reader with programs in the child's place that do what a child with broken memory could.
@Suite("A child process that cannot be trusted")
struct HostileChildTests {
  /// A script and the problem that it must become.
  static let scripts: [(String, String)] = [
    ("exit 0", "statfile.crashed"),
    ("exit 1", "statfile.crashed"),
    ("exit 71", "statfile.noReader"),
    ("kill -SEGV $$", "statfile.crashed"),
    ("kill -XCPU $$", "statfile.timeout"),
    ("exec sleep 60", "statfile.timeout"),
    ("printf 'hello, is this the file you wanted?'", "statfile.crashed"),
    ("printf '\\001\\377\\377\\377\\377'", "statfile.crashed"),
    // A header that promises four thousand million variables.
    (
      "printf '\\001\\015\\000\\000\\000\\001\\001\\000\\000\\000\\000\\000\\000\\000\\377\\377\\377\\377'",
      "file.tooManyColumns"
    ),
    // A header with one variable, and an end at once.
    (
      "printf '\\001\\015\\000\\000\\000\\001\\000\\000\\000\\000\\000\\000\\000\\000\\001\\000\\000\\000"
        + "\\005\\010\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000'",
      "statfile.crashed"
    ),
    // Rows before any variable.
    ("printf '\\004\\000\\000\\000\\000'", "statfile.crashed"),
    ("exec cat /dev/zero", "statfile.crashed"),
  ]

  @Test("ends in a problem", arguments: scripts)
  func script(_ script: String, _ key: String) throws {
    let folder = try TemporaryFolder()
    let file = try Data(contentsOf: SharedData.fixtures.appending(path: "answers.sav"))
    let path = try folder.write(Array(file), as: "answers.sav")
    _ = try folder.write(Array(script.utf8), as: "answers.sav.sh")
    let program = SharedData.fixtures.appending(path: "hostile-child").path
    let reader = StatisticsFileReader(program: program, timeout: .seconds(2))
    let told = problems {
      _ = try reader.read(path, as: DataDescription(file: path), limits: FileLimits())
    }
    #expect(told.map(\.key) == [key])
    told.forEach { expectWords($0) }
  }

  @Test("may not even be there")
  func none() {
    let path = SharedData.fixtures.appending(path: "answers.sav").path
    let reader = StatisticsFileReader(program: "/nowhere/trygghet")
    let told = problems {
      _ = try reader.read(path, as: DataDescription(file: path), limits: FileLimits())
    }
    #expect(told.map(\.key) == ["statfile.noReader"])
  }
}
