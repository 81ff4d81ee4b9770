import Foundation
import Markup
import Testing
import Texts

@testable import Charts

/// The colours as the style sheets have them, light and dark.
private struct Palette: CustomTestStringConvertible {
  let name: String
  let colours: [String: Colour]
  var testDescription: String { name }
  subscript(_ token: String) -> Colour { colours[token] ?? Colour(red: 0, green: 0, blue: 0) }

  static let all: [Palette] = {
    let assets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Pages/Assets")
    let css = ["site.css", "charts.css"].compactMap {
      try? String(contentsOf: assets.appending(path: $0), encoding: .utf8)
    }.joined(separator: "\n")
    var light: [String: Colour] = [:]
    var dark: [String: Colour] = [:]
    var isDark = false
    for line in css.split(separator: "\n") {
      if line.contains("prefers-color-scheme:dark") || line.contains("prefers-color-scheme: dark") {
        isDark = true
      }
      for match in line.matches(of: /--([a-z0-9-]+):\s*#([0-9a-f]{6})\b/) {
        guard let colour = Colour(String(match.output.2)) else { continue }
        if isDark {
          dark[String(match.output.1)] = colour
        } else {
          light[String(match.output.1)] = colour
        }
      }
      if line.hasPrefix("}}") { isDark = false }
    }
    return [
      Palette(name: "light", colours: light),
      Palette(name: "dark", colours: light.merging(dark) { $1 }),
    ]
  }()
}

private struct Colour {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Linear light from six hexadecimal digits.
  init?(_ digits: String) {
    guard let value = Int(digits, radix: 16) else { return nil }
    func linear(_ shift: Int) -> Double {
      let c = Double(value >> shift & 255) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(16), green: linear(8), blue: linear(0))
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// WCAG 2.2: (L₁ + 0.05) ÷ (L₂ + 0.05), the lighter first.
  func contrast(_ other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// CIE L*, 0…100.
  var lightness: Double {
    luminance > 0.008856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }

  /// As seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
  func seen(_ matrix: [[Double]]) -> Colour {
    let out = matrix.map { max(0, min(1, $0[0] * red + $0[1] * green + $0[2] * blue)) }
    return Colour(red: out[0], green: out[1], blue: out[2])
  }

  static let deuteranopia = [
    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
  ]
  static let protanopia = [
    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]

  /// CIE 1976 colour difference.
  func difference(_ other: Colour) -> Double {
    let (a, b) = (lab, other.lab)
    return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var lab: [Double] {
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    let y = luminance
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
  }
}

@Suite("Colours")
struct ColourTests {
  @Test("the style sheets hold every colour that charts use", arguments: Palette.all)
  private func present(palette: Palette) {
    for token in [
      "ink", "ink-2", "ink-3", "paper", "card", "wash", "women", "men", "all", "peer", "warn",
      "warn-wash", "hatch", "step-edge", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6",
      "step-7",
    ] { #expect(palette.colours[token] != nil, "--\(token)") }
  }

  @Test("words are readable on what they stand on", arguments: Palette.all)
  private func words(palette: Palette) {
    for ink in ["ink", "ink-2"] {
      #expect(palette[ink].contrast(palette["card"]) >= 7, "\(ink)")
    }
    #expect(palette["warn"].contrast(palette["card"]) >= 4.5)
    for step in 1...7 {
      let ink = palette[step <= 4 ? "ink" : "paper"]
      #expect(ink.contrast(palette["step-\(step)"]) >= 4.5, "step \(step)")
    }
  }

  @Test("marks stand out from the card", arguments: Palette.all)
  private func marks(palette: Palette) {
    for mark in ["women", "men", "all", "peer", "ink", "ink-2", "ink-3", "step-edge", "hatch"] {
      #expect(palette[mark].contrast(palette["card"]) >= 3, "\(mark)")
    }
    #expect(palette["step-edge"].contrast(palette["step-1"]) >= 3)
    #expect(palette["hatch"].contrast(palette["wash"]) >= 3)
  }

  @Test("steps differ by lightness, also without seeing red or green", arguments: Palette.all)
  private func steps(palette: Palette) {
    for matrix in [nil, Colour.deuteranopia, Colour.protanopia] {
      let lightness = (1...7).map { step in
        let colour = palette["step-\(step)"]
        return (matrix.map(colour.seen) ?? colour).lightness
      }
      let distances = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
      #expect(distances.allSatisfy { $0 < 0 } || distances.allSatisfy { $0 > 0 })
      #expect(distances.allSatisfy { abs($0) >= 5 }, "\(distances)")
    }
  }

  @Test("up to five classes of a map are well apart", arguments: Palette.all)
  private func classes(palette: Palette) {
    for count in 2...5 {
      let colours = ColourSteps.colours(count).map { palette["step-\($0)"] }
      for matrix in [Colour.deuteranopia, Colour.protanopia] {
        for (a, b) in zip(colours, colours.dropFirst()) {
          #expect(a.seen(matrix).difference(b.seen(matrix)) >= 9, "\(count) classes")
        }
      }
    }
  }

  @Test("women and men are told apart without seeing red or green", arguments: Palette.all)
  private func womenAndMen(palette: Palette) {
    for matrix in [Colour.deuteranopia, Colour.protanopia] {
      let difference = palette["women"].seen(matrix).difference(palette["men"].seen(matrix))
      #expect(difference >= 20)
    }
  }

  @Test("every class that a drawing has is in the style sheet, and the other way round")
  func classNames() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Pages/Assets/charts.css")
    let css = try String(contentsOf: url, encoding: .utf8)
    let styled = Set(css.matches(of: /\.(c-[a-z0-9-]+)/).map { String($0.output.1) })
    let charts = ChartKind.all.flatMap(\.examples).map { $0.chart.markup(in: .swedish).string }
    let marks = InlineMarkKind.all.flatMap(\.examples).map { $0.markup(in: .swedish).string }
    var used: Set<String> = []
    for markup in charts + marks {
      for part in try #require(MarkupTree.read(markup)).all {
        used.formUnion(part.classes.filter { $0.hasPrefix("c-") })
      }
    }
    // Ink on the lighter steps is the ink of all words.
    let plain = Set((1...4).map { "c-on-step-\($0)" })
    #expect(used.subtracting(plain).isSubset(of: styled), "\(used.subtracting(styled))")
    #expect(styled.subtracting(used).isEmpty, "\(styled.subtracting(used))")
  }
}
