/// What can be moved so that the preconditions of safety change: the catalogue that measures of
/// preconditions belong to, and that actions point at.
package enum Lever: String, Codable, Sendable, Hashable, CaseIterable {
  case unemployment
  case education
  case overcrowding
  case income
  case tenure
  case age
  case background
  case households
  case housing
  case population
}
