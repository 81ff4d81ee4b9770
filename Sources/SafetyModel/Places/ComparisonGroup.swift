/// Municipalities that the municipality compares itself with, as its own file says.
package struct ComparisonGroup: Codable, Sendable, Hashable {
  /// Who is in it.
  package enum Members: Codable, Sendable, Hashable {
    /// The municipality's own choice, by code.
    case listed([String])
    /// Every municipality whose code begins so: the two digits of a region.
    case region(String)
    /// A group of a list that someone else has drawn up, with its members as of the import.
    case imported(ImportedGroup, members: [String])
  }
  /// Stands in addresses.
  package var code: String
  package var name: LocalisedText
  package var members: Members
  /// What the group's mean is weighted by; `nil` when every municipality counts the same.
  package var weighting: GroupWeighting?

  package init(
    code: String, name: LocalisedText, members: Members, weighting: GroupWeighting? = nil
  ) {
    self.code = code
    self.name = name
    self.members = members
    self.weighting = weighting
  }
}

/// Where a group was imported from.
package struct ImportedGroup: Codable, Sendable, Hashable {
  /// The file, from the folder of the municipality's own.
  package var file: String
  /// The list's own code of the group; `nil` when the file is of a single group.
  package var group: String?
  package init(file: String, group: String?) {
    self.file = file
    self.group = group
  }
}

/// What the mean of a group is weighted by.
package struct GroupWeighting: Codable, Sendable, Hashable {
  /// The series of observations that holds a weight for each municipality, such as its population.
  package var series: String
  /// What it is, as words in the middle of a sentence.
  package var name: LocalisedText
  package init(series: String, name: LocalisedText) {
    self.series = series
    self.name = name
  }
}
