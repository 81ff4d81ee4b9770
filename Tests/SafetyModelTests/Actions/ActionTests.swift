import Foundation
import SafetyModel
import Testing

@Suite("Actions")
struct ActionTests {
  private static let kept = """
    {"title":{"sv":"T"},"finding":{"sv":"F"},"responsible":{"sv":"R"},"effect":"preconditions",\
    "area":"norra","dueYear":2026,"progress":0.4}
    """

  @Test("that were kept before they aimed at anything are still read")
  func earlierVersions() throws {
    let action = try JSONDecoder().decode(Action.self, from: Data(Self.kept.utf8))
    #expect(action.indicators.isEmpty)
    #expect(action.levers.isEmpty)
    #expect(action.area == "norra")
  }

  @Test("come back with the indicators and levers that they aim at")
  func aims() throws {
    var action = try JSONDecoder().decode(Action.self, from: Data(Self.kept.utf8))
    action.indicators = ["b", "a"]
    action.levers = [.overcrowding, .education]
    let data = try JSONEncoder().encode(action)
    #expect(try JSONDecoder().decode(Action.self, from: data) == action)
  }
}
