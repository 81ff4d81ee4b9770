package import SafetyModel

/// Gives a municipality's settings back as a file.
package struct ExportMunicipality: Sendable {
  let store: any MunicipalityStore
  let writer: any MunicipalityFileWriter

  package init(store: any MunicipalityStore, writer: any MunicipalityFileWriter) {
    self.store = store
    self.writer = writer
  }

  /// The file of a version, the newest when none is named.
  ///
  /// A version that came from a file is that file to the byte, comments and all. `canonical`, and
  /// a version that came from elsewhere, gives the canonical form, which is a fixed point:
  /// imported and exported again it is the same bytes.
  ///
  /// - Throws: ``SafetyModel/Problems`` with `goals.noVersion` when there is none.
  package func callAsFunction(version number: Int?, canonical: Bool) async throws -> [UInt8] {
    let found =
      if let number { try await store.version(number) } else { try await store.latest() }
    guard let found else {
      throw Problems([
        Problem("goals.noVersion", arguments: ["number": number.map(String.init) ?? "1"])
      ])
    }
    if let file = found.file, !canonical { return file }
    return Array(writer.write(found.municipality, goal: found.goal).utf8)
  }
}
