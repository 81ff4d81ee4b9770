import ArgumentParser
import Composition
import Foundation
import SafetyModel
import Texts
import Workflows

/// Drafts a study: `trygghet study draft FILE` writes a first study file.
struct StudyDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: CommandOptions.textsOfSurroundings("command.study.draft.abstract"),
    discussion: CommandOptions.textsOfSurroundings("command.study.draft.discussion"))

  @Argument(help: helpText("study.help.data"))
  var file: String

  @Option(
    name: .shortAndLong,
    help: helpText("study.help.output"))
  var output: String?

  @Option(
    help: helpText("study.help.wave"))
  var wave: Int?

  @OptionGroup var options: CommandOptions

  func validate() throws {
    if let wave, !(1900...2200).contains(wave) {
      throw ValidationError("'\(wave)' is not a year between 1900 and 2200.")
    }
  }

  func run() throws {
    let texts = options.texts
    do {
      let target = output ?? (file as NSString).deletingPathExtension + ".yaml"
      if target != "-", FileManager.default.fileExists(atPath: target) {
        throw Problems([Problem("check.draftExists", arguments: ["path": target], file: target)])
      }
      let text = try draft(for: target, texts)
      if target == "-" { return print(text, terminator: "") }
      try write(text, to: target)
      print(texts("command.study.draft.written", ["file": escapedForTerminal(target)]))
    } catch let problems as Problems {
      throw Refusal.report(problems.list, in: texts)
    }
  }

  private func draft(for target: String, _ texts: Texts) throws -> String {
    var (table, mark) = (try table(decimalMark: nil), String?.none)
    if let found = DraftStudy.decimalMark(of: table) {
      (table, mark) = (try self.table(decimalMark: found), found)
    }
    let drafting = DraftStudy(
      table: table, file: path(from: target), year: wave ?? yearOfFile,
      language: texts.language, decimalMark: mark)
    let draft = drafting.draft(
      title: words("defaultTitle", ["file": (file as NSString).lastPathComponent], texts),
      population: words("defaultPopulation", [:], texts),
      topic: words("defaultTopic", [:], texts))
    guard !draft.study.items.isEmpty else {
      throw Problems([Problem("check.nothingToDraft", file: file)])
    }
    let remarks = draft.remarks.mapValues { list in
      list.map { texts("command.study.draft.remark.\($0.key)", $0.arguments) }
    }
    return StudyFiles.writer.write(draft.study, remarks: remarks)
  }

  private func table(decimalMark: String?) throws -> SourceTable {
    let ending = (file as NSString).pathExtension.lowercased()
    let readers = FileReaders.standard
    guard let reader = readers.data.first(where: { $0.fileEndings.contains(ending) }) else {
      let known = readers.data.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", ")
      throw Problems([
        Problem(
          "file.unknownEnding", arguments: ["ending": ending, "endings": known], file: file)
      ])
    }
    let description = DataDescription(file: file, decimalMark: decimalMark)
    return try reader.read(file, as: description, limits: readers.limits)
  }

  private func words(_ key: String, _ arguments: [String: String], _ texts: Texts)
    -> LocalisedText
  {
    LocalisedText([texts.language.code: texts("command.study.draft.\(key)", arguments)])
  }

  /// The data file as the study file names it: by its own name when they lie together.
  private func path(from target: String) -> String {
    let data = URL(fileURLWithPath: file)
    let study = URL(fileURLWithPath: target == "-" ? file : target)
    let areTogether =
      data.deletingLastPathComponent().path == study.deletingLastPathComponent().path
    return areTogether ? data.lastPathComponent : data.path
  }

  private var yearOfFile: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let date = attributes?[.modificationDate] as? Date ?? Date(timeIntervalSince1970: 0)
    return Calendar(identifier: .gregorian).component(.year, from: date)
  }

  private func write(_ text: String, to target: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: target), options: .withoutOverwriting)
    } catch {
      throw Problems([
        Problem("check.draftNotWritten", arguments: ["path": target], file: target)
      ])
    }
  }
}
