import Markup
import Testing

@testable import Charts

@Suite("Words that don't lie on each other")
struct LabelBoardTests {
  private func spot(_ x: Double, _ y: Double) -> LabelBoard.Spot {
    LabelBoard.Spot(x: x, y: y, anchor: .middle)
  }

  @Test("take the first spot that is free, and none when none is")
  func free() {
    var canvas = Canvas(id: "x", width: .narrow)
    var board = LabelBoard()
    #expect(board.write("2025", "a", at: [spot(100, 50)], size: 14, on: &canvas))
    #expect(!board.write("2026", "b", at: [spot(105, 50)], size: 14, on: &canvas))
    #expect(
      board.write("2026", "c", at: [spot(105, 50), spot(105, 80)], size: 14, on: &canvas))
    let drawn = canvas.content.string
    #expect(!drawn.contains("class=\"b\""))
    #expect(drawn.contains("y=\"80\""))
  }

  @Test("that must stand somewhere do so all the same")
  func needed() {
    var canvas = Canvas(id: "x", width: .narrow)
    var board = LabelBoard()
    board.keepFree(around: (100, 50), radius: 20)
    #expect(!board.write("7", "a", at: [spot(100, 52)], size: 14, on: &canvas))
    #expect(board.write("7", "a", at: [spot(100, 52)], size: 14, isNeeded: true, on: &canvas))
  }

  @Test("stay within the drawing")
  func within() {
    var canvas = Canvas(id: "x", width: .narrow)
    var board = LabelBoard()
    board.write("a long label", "a", at: [spot(298, 40)], size: 14, on: &canvas)
    board.write("another one", "a", at: [spot(0, 80)], size: 14, on: &canvas)
    let places = canvas.content.string.matches(of: /x="([0-9.]+)"/).compactMap { Double($0.1) }
    #expect(places.count == 2)
    #expect(places.allSatisfy { $0 > 20 && $0 < 280 })
    #expect(!board.write("x", "a", at: [spot(50, 2)], size: 14, on: &canvas), "above the top")
  }
}
