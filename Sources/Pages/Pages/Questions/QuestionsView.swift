package import Markup
import SafetyModel
import Texts

/// All questions, topic by topic.
package func questionsView(_ model: QuestionsModel, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  let lede = texts(
    "page.questions.lede", count: model.count, ["wave": String(model.wave)])
  return layout(frame, title: texts("page.questions.menu"), description: lede) {
    element("h1") { texts("page.questions.title") }
    element("p", .class("lede")) { lede }
    if model.topics.count > 3 {
      element("nav", .aria("label", texts("page.questions.topics"))) {
        element("ul", .class("links")) {
          for topic in model.topics {
            element("li") {
              element("a", .href(.fragment("topic-\(topic.code)"))) {
                topic.heading.text(in: texts.language)
              }
            }
          }
        }
      }
    }
    for topic in model.topics {
      element("section", .aria("labelledby", "topic-\(topic.code)")) {
        element("h2", .id("topic-\(topic.code)")) { localised(topic.heading, texts) }
        element("ul", .class("plain rows card tight")) {
          for line in topic.lines { item(line, frame) }
        }
      }
    }
  }
}

private func item(_ line: QuestionsModel.Line, _ frame: Frame) -> Fragment {
  let texts = frame.texts
  return element("li") {
    element("div") {
      link(frame.to(.question(line.code)), line.label.text(in: texts.language))
      element("span", .class("q")) { localised(line.question, texts) }
    }
    element("div", .class("v")) {
      element("strong") { line.value }
      if let margin = line.margin { " " + margin }
      element("span", .class("q")) { localised(line.headline, texts) }
    }
  }
}
