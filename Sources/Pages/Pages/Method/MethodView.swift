import DisclosureControl
package import Markup
import SafetyModel
import Texts

/// "Så räknar vi": plain words first, then formulas, then the rules of this publication.
package func methodView(_ model: MethodModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return layout(frame, title: texts("page.method.menu"), description: texts("page.method.lede")) {
    element("h1") { texts("page.method.title") }
    element("p", .class("lede")) { texts("page.method.lede") }
    element("div", .class("prose")) {
      survey(model, texts)
      plainWords(texts)
      comparisons(model, texts)
      disclosure(model, texts)
      waves(model, frame)
      formulas(texts)
      element("h2") { texts("page.method.which") }
      element("p") {
        texts(
          "page.method.whichText",
          [
            "number": String(model.publication.number),
            "date": texts.day(model.publication.publishedAt),
            "fingerprint": String(model.publication.fingerprint.prefix(16)),
          ])
      }
      element("p") { link(frame.to(.data), texts("page.data.link")) }
    }
  }
}

private func survey(_ model: MethodModel, _ texts: Texts) -> Fragment {
  var facts: [(String, String)] = [
    ("survey", model.title.text(in: texts.language)),
    ("population", model.population.text(in: texts.language)),
  ]
  if let producer = model.producer { facts.append(("producer", producer.text(in: texts.language))) }
  if let period = model.fieldPeriod { facts.append(("fieldPeriod", period)) }
  facts.append(("answers", model.answers))
  facts.append(
    (
      "content",
      texts(
        "page.method.contentText",
        [
          "questions": String(model.questions), "indices": String(model.indices),
          "tables": texts.number(Double(model.tables), decimals: 0),
        ])
    ))
  return Fragment {
    element("h2") { texts("page.method.survey") }
    element("dl", .class("facts")) {
      for (key, words) in facts {
        element("dt") { texts("page.method.fact.\(key)") }
        element("dd") { words }
      }
    }
  }
}

private func plainWords(_ texts: Texts) -> Fragment {
  Fragment {
    for key in ["weights", "interval"] {
      element("h2") { texts("page.method.\(key)") }
      element("p") { texts("page.method.\(key)Text") }
    }
  }
}

private func comparisons(_ model: MethodModel, _ texts: Texts) -> Fragment {
  Fragment {
    element("h2") { texts("page.method.certain") }
    element("p") { texts("page.method.certainText", ["level": texts.percent(model.rules.level)]) }
    element("p") {
      texts(
        "page.method.certainCount",
        [
          "groups": texts.number(Double(model.publication.groupComparisons), decimals: 0),
          "changes": texts.number(Double(model.publication.changeComparisons), decimals: 0),
          "certain": texts.number(Double(model.certain), decimals: 0),
        ])
    }
  }
}

private func disclosure(_ model: MethodModel, _ texts: Texts) -> Fragment {
  let rules = model.rules
  let words = [
    "base": String(rules.minimumBase), "count": String(rules.minimumCount),
    "band": String(rules.baseBand),
    "decimal": texts.number(Double(rules.oneDecimalFromBase), decimals: 0),
  ]
  return Fragment {
    element("h2") { texts("page.method.disclosure") }
    element("p") { texts("page.method.disclosureText") }
    element("ul") {
      for key in ["base", "extreme", "secondary", "band", "rounding"] {
        element("li") { texts("page.method.rule.\(key)", words) }
      }
    }
    element("p") {
      texts(
        "page.method.hidden", count: model.hidden,
        ["figures": texts.number(Double(model.figures), decimals: 0)])
    }
  }
}

private func waves(_ model: MethodModel, _ frame: Frame) -> Fragment? {
  guard !model.comparedWith.isEmpty else { return nil }
  let texts = frame.texts
  return Fragment {
    element("h2") { texts("page.method.waves") }
    element("p") { texts("page.method.wavesText") }
    element("ul") {
      for wave in model.comparedWith {
        element("li") {
          link(
            SiteAddress(
              language: frame.language, publication: wave.publication, page: .overview),
            texts(
              "page.method.wave",
              ["wave": String(wave.wave), "number": String(wave.publication)]))
        }
      }
    }
  }
}

private func formulas(_ texts: Texts) -> Fragment {
  let all: [(String, StaticString)] = [
    ("share", "p̂ = Σ wᵢ·yᵢ ⁄ Σ wᵢ"),
    (
      "variance", "v(p̂) = Σₕ (1 − fₕ) · nₕ ⁄ (nₕ − 1) · Σⱼ (zₕⱼ − z̄ₕ)²,  zₕⱼ = Σᵢ wᵢ·(yᵢ − p̂) ⁄ Σ w"
    ),
    ("interval", "logit(p̂) ± t · se(p̂) ⁄ (p̂·(1 − p̂))"),
    ("difference", "d = p̂₁ − p̂₂,  v(d) = v(p̂₁) + v(p̂₂) − 2·cov(p̂₁, p̂₂)"),
    ("holm", "p̃₍ₖ₎ = maxⱼ≤ₖ min(1, (m − j + 1) · p₍ⱼ₎)"),
  ]
  return Fragment {
    element("h2") { texts("page.method.formulas") }
    element("p") { texts("page.method.formulasText") }
    for (key, formula) in all {
      element("h3") { texts("page.method.formula.\(key)") }
      element(
        "p", .class("formula"), .attribute("tabindex", "0"), .role("region"),
        .aria("label", texts("page.method.formula.\(key)"))
      ) { markup(formula) }
      element("p") { texts("page.method.formula.\(key)Text") }
    }
  }
}
