extension MapLabel {
  /// The line from a label beside its area to the area; nothing for a label at its area.
  ///
  /// It lies on a wider one in the colour of paper, so that it is seen on every colour.
  func drawLine(on canvas: inout Canvas) {
    guard let anchor, let end = lineEnd else { return }
    let (from, to) = ((x: end.x + 2, y: end.y + 2), (x: anchor.x + 2, y: anchor.y + 2))
    canvas.line("c-leader-ground", from: from, to: to)
    canvas.line("c-leader", from: from, to: to)
    canvas.circle("c-leader-dot", to, radius: 3.5)
  }
}
