import Foundation
import Synchronization
import Texts
import Workflows

/// Tells on standard error how far long work has come.
///
/// On a terminal one line is rewritten; into a file or a log each step is one line.
final class TerminalProgress: ProgressListener {
  private let texts: Texts
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
  private let step = Mutex("")

  init(texts: Texts) { self.texts = texts }

  func began(_ key: String, arguments: [String: String]) {
    let words = texts("progress.\(key)", arguments.mapValues(escapedForTerminal))
    step.withLock { $0 = words }
    write(isTerminal ? words : words + "\n")
  }

  func advanced(to part: Double) {
    guard isTerminal else { return }
    let words = step.withLock { $0 }
    write("\r\(words) \(texts.percent(part, decimals: 0))")
  }

  func finished() {
    guard isTerminal else { return }
    write("\r\u{1B}[2K")
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
