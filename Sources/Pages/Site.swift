package import Markup
package import SafetyModel
package import Texts

/// A page as it is sent.
package struct RenderedPage: Sendable {
  /// 200, 404 or 500.
  package let status: Int
  package let html: Fragment
}

/// All pages of the site: from an address and a picture to HTML.
package struct Site: Sendable {
  private let assets: AssetNames

  package init(assets: AssetNames) { self.assets = assets }

  /// The page at an address; "not found", with status 404, when the picture has no such thing.
  ///
  /// A table's address is a file and no page: whoever serves files answers it.
  ///
  /// - Parameters:
  ///   - address: Where the reader is. With a publication in it, the picture must be the one as of
  ///     that publication: its newest wave last, and nothing newer.
  ///   - picture: What is shown.
  /// - Returns: The page.
  package func page(at address: SiteAddress, of picture: SafetyPicture) -> RenderedPage {
    let texts = Texts.in(address.language.code) ?? .english
    let frame = Frame(texts: texts, address: address, assets: assets, picture: picture)
    let html: Fragment? =
      switch address.page {
      case .about: aboutView(frame)
      case .accessibility: accessibilityView(frame)
      case .indicators: indicatorsView(IndicatorsModel(picture, texts), frame)
      case .indicator(let code):
        IndicatorModel(indicator: code, picture, texts).map { indicatorView($0, frame) }
      case .comparison(let code, let choice):
        ComparisonModel(indicator: code, choice, picture, texts).map { comparisonView($0, frame) }
      case .register: registerView(RegisterModel(picture, texts), frame)
      case .preconditions: preconditionsView(PreconditionsModel(picture, texts), frame)
      case .areaPreconditions(let code):
        AreaPreconditionsModel(area: code, picture, texts).map {
          areaPreconditionsView($0, frame)
        }
      case .indicatorFile, .comparisonFile: nil
      case .overview:
        OverviewModel(picture, texts, address).map { overviewView($0, frame) }
          ?? emptySiteView(frame)
      default:
        picture.latest == nil ? emptySiteView(frame) : figures(at: address, frame)
      }
    guard let html else { return notFound(texts, picture) }
    return RenderedPage(status: 200, html: html)
  }

  private func figures(at address: SiteAddress, _ frame: Frame) -> Fragment? {
    let (picture, texts) = (frame.picture, frame.texts)
    switch address.page {
    case .areas:
      return AreasModel(picture, texts).map { areasView($0, frame) }
        ?? nothingHereView(frame, "page.areas.none")
    case .area(let code):
      return AreaModel(area: code, picture, texts).map { areaView($0, frame) }
    case .differences(let filter):
      return DifferencesModel(picture, texts, filter: filter).map { differencesView($0, frame) }
    case .questions:
      return QuestionsModel(picture, texts).map { questionsView($0, frame) }
    case .question(let code):
      return QuestionModel(question: code, picture, texts).map { questionView($0, frame) }
    case .method: return MethodModel(picture, texts).map { methodView($0, frame) }
    case .data: return DataModel(picture, texts).map { dataView($0, frame) }
    case .overview, .table, .indicatorFile, .comparisonFile, .indicators, .indicator, .comparison,
      .register, .preconditions, .areaPreconditions:
      return nil
    case .about: return aboutView(frame)
    case .accessibility: return accessibilityView(frame)
    }
  }

  /// There is no such page; in the language of the wrong address when it has one.
  package func notFound(_ texts: Texts, _ picture: SafetyPicture) -> RenderedPage {
    let frame = Frame(texts: texts, address: nil, assets: assets, picture: picture)
    return RenderedPage(status: 404, html: notFoundView(frame))
  }

  /// Something went wrong on our side.
  package func failure(_ texts: Texts, _ picture: SafetyPicture) -> RenderedPage {
    let frame = Frame(texts: texts, address: nil, assets: assets, picture: picture)
    return RenderedPage(status: 500, html: failureView(frame))
  }
}
