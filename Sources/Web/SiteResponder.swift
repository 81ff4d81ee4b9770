package import Hummingbird

/// Lets Hummingbird ask the site.
package struct SiteResponder: HTTPResponder {
  package typealias Context = BasicRequestContext

  let site: SiteService
  let headers: SecurityHeaders
  let log: AccessLog?

  package init(site: SiteService, settings: SiteSettings, log: AccessLog?) {
    self.site = site
    headers = SecurityHeaders(isTransportSecured: settings.isTransportSecured)
    self.log = log
  }

  package func respond(to request: Request, context: BasicRequestContext) async -> Response {
    let (answer, path) = await site.answer(to: request.head)
    var response = answer.response(to: request.head)
    headers.add(to: &response.headers)
    log?.record(
      request.method, path: path, status: response.status.code,
      bytes: response.body.contentLength ?? 0)
    return response
  }
}
