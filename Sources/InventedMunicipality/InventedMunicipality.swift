/// A municipality that does not exist, with its people, surveys, areas, goal and actions.
///
/// Everything is made from a seed: the same seed gives the same bytes on every machine.
package struct InventedMunicipality: Sendable {
  /// The seed of the example that the documentation and the demonstration show.
  package static let standardSeed: UInt64 = 2025

  package let seed: UInt64

  package init(seed: UInt64 = InventedMunicipality.standardSeed) { self.seed = seed }
}

/// A file of the example, by its path within the example's directory.
package struct InventedFile: Sendable, Equatable {
  package var path: String
  package var text: String
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

extension InventedMunicipality {
  /// All files of the example, in the order of their paths.
  package func files() throws -> [InventedFile] {
    let surveys = try InventedSurveys(seed: seed)
    let map = AreaMap(try MapPlan.embedded())
    let areas = AreaFile(map: map, areas: surveys.questionnaire.areas)
    var files = [
      InventedFile(path: "areas.geojson", text: areas.text()),
      InventedFile(
        path: "municipality.yaml",
        text: String(decoding: PackageResources.municipality_yaml, as: UTF8.self)),
    ]
    files += elsewhere()
    for wave in surveys.plan.waves {
      let study = StudyFile(questionnaire: surveys.questionnaire, wave: wave)
      files.append(InventedFile(path: "studies/trygghet-\(wave.year).yaml", text: study.text()))
      files += try surveys.dataFiles(of: wave)
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What others would publish, and how it is read.
  private func elsewhere() -> [InventedFile] {
    let written: [(String, [UInt8])] = [
      ("sources.yaml", PackageResources.sources_yaml),
      ("register.yaml", PackageResources.register_yaml),
      ("vulnerable-areas-2021.geojson", PackageResources.vulnerable_areas_2021_geojson),
      ("vulnerable-areas-2023.geojson", PackageResources.vulnerable_areas_2023_geojson),
      ("preconditions.yaml", PackageResources.preconditions_yaml),
      ("subareas.csv", PackageResources.subareas_csv),
      ("living-conditions.csv", PackageResources.living_conditions_csv),
    ]
    let invented = InventedElsewhere(seed: seed)
    return written.map { name, bytes in
      InventedFile(path: "elsewhere/\(name)", text: String(decoding: bytes, as: UTF8.self))
    } + [
      InventedFile(path: "elsewhere/citizens-survey.csv", text: invented.citizensSurvey()),
      InventedFile(path: "elsewhere/groups.csv", text: invented.groups()),
      InventedFile(path: "elsewhere/population.csv", text: invented.population()),
    ]
  }
}
