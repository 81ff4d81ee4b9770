import HTTPTypes
package import NIOCore
package import NIOHTTPTypes

/// Closes a connection whose request takes too long, and gives every answer its headers.
///
/// Hummingbird's own timer is refreshed by each part of a body and rests while an answer is being
/// sent, so a client that sends or reads one byte now and then would keep a connection for ever.
/// Here the time runs from the head of a request until the last byte of its answer is sent.
///
/// It also sees the answers that are made below the site's own code, such as to a request that
/// is no HTTP.
package final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  package typealias InboundIn = HTTPRequestPart
  package typealias InboundOut = HTTPRequestPart
  package typealias OutboundIn = HTTPResponsePart
  package typealias OutboundOut = HTTPResponsePart

  private let deadline: TimeAmount
  private let headers: SecurityHeaders
  private var unanswered = 0
  private var closing: Scheduled<Void>?
  private var closesAfterAnswer = false

  package init(limits: ConnectionLimits, headers: SecurityHeaders) {
    deadline = .seconds(Int64(limits.secondsForRequest))
    self.headers = headers
  }

  package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      unanswered += 1
      if closing == nil {
        let channel = context.channel
        closing = context.eventLoop.scheduleTask(in: deadline) { channel.close(promise: nil) }
      }
    }
    context.fireChannelRead(data)
  }

  package func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      headers.add(to: &head.headerFields)
      closesAfterAnswer = head.headerFields[.connection] == "close"
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      sent.futureResult.whenComplete { _ in
        let (guardian, context) = bound.value
        guardian.answered(context)
      }
      context.write(data, promise: sent)
    }
  }

  package func channelInactive(context: ChannelHandlerContext) {
    closing?.cancel()
    closing = nil
    context.fireChannelInactive()
  }

  package func handlerRemoved(context: ChannelHandlerContext) {
    closing?.cancel()
    closing = nil
  }

  private func answered(_ context: ChannelHandlerContext) {
    unanswered = max(0, unanswered - 1)
    if unanswered == 0 {
      closing?.cancel()
      closing = nil
    }
    if closesAfterAnswer { context.close(promise: nil) }
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
