import Foundation
import SafetyModel
import Testing
import Texts

@Suite("Languages")
struct LanguageTests {
  @Test("every language has the keys of the first, and no others", arguments: Texts.all)
  func sameKeys(texts: Texts) {
    let first = Set(Texts.all[0].keys)
    let keys = Set(texts.keys)
    #expect(first.subtracting(keys).sorted() == [], "missing in \(texts.language)")
    #expect(keys.subtracting(first).sorted() == [], "only in \(texts.language)")
  }

  @Test("every text has the same placeholders in every language")
  func samePlaceholders() {
    for key in Texts.all[0].keys {
      let wanted = placeholders(Texts.all[0].template(key))
      for texts in Texts.all.dropFirst() {
        #expect(placeholders(texts.template(key)) == wanted, "\(key) in \(texts.language)")
      }
    }
  }

  @Test("a text that depends on a number has all its forms")
  func pluralForms() {
    for texts in Texts.all {
      for key in texts.keys {
        if key.hasSuffix(".one") { #expect(texts.has(key.dropLast(4) + ".other"), "\(key)") }
        // "Other" is a word too: only what holds the number is the form of many.
        let isForm = key.hasSuffix(".other") && texts.template(key)?.contains("{n}") == true
        if isForm { #expect(texts.has(key.dropLast(6) + ".one"), "\(key)") }
      }
    }
  }

  @Test("no text is empty, unfinished or broken")
  func sound() {
    for texts in Texts.all {
      for key in texts.keys {
        let text = texts.template(key) ?? ""
        #expect(!text.isEmpty, "\(key)")
        #expect(text == text.trimmingCharacters(in: .newlines), "\(key)")
        // Spaces line things up in a terminal and in files, and nowhere else.
        let isPlain = key.hasPrefix("command.")
        #expect(!text.contains("TODO") && (isPlain || !text.contains("  ")), "\(key)")
        #expect(!text.contains("<"), "\(key): markup belongs to pages")
      }
    }
  }

  @Test("the words of languages differ where they are sentences")
  func translated() {
    let swedish = Texts.swedish
    let english = Texts.english
    let same = swedish.keys.filter { key in
      guard let text = swedish.template(key), text == english.template(key) else { return false }
      let words = text.replacing(/\{[a-z]+\}/, with: "").split { !$0.isLetter }
      return words.count >= 4
    }
    #expect(same == [])
  }

  @Test("each file says which language it is in, and its direction")
  func language() {
    #expect(Set(Texts.all.map(\.language.code)).count == Texts.all.count)
    #expect(Texts.in("sv")?.language == .swedish)
    #expect(Texts.in("en")?.language == .english)
    #expect(Texts.in("xx") == nil)
    for texts in Texts.all { #expect(["ltr", "rtl"].contains(texts("language.direction"))) }
  }

  private func placeholders(_ text: String?) -> Set<String> {
    Set((text ?? "").matches(of: /\{([^}]*)\}/).map { String($0.output.1) })
  }
}
