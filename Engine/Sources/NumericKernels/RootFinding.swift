/// Where a function crosses 0, by Brent's method.
///
/// The steps are those of Brent's *zeroin* as R's `uniroot` takes them, so that the answer for a
/// function with jumps, which has no root, is the same too.
///
/// - Parameters:
///   - start: one end of the range.
///   - end: the other end.
///   - tolerance: how near the answer must be.
///   - maximumSteps: after how many steps the nearest place so far is the answer.
///   - function: the function; its values at the two ends should have different signs.
/// - Returns: a place near a crossing; NaN when the values at the ends have the same sign, or one
///   of them is NaN.
/// - Throws: what the function throws.
///
/// Source: Brent, *Algorithms for Minimization without Derivatives*, 1973, chapter 4.
public func findRoot<Failure: Error>(
  from start: Double, to end: Double, tolerance: Double, maximumSteps: Int = 1000,
  _ function: (Double) throws(Failure) -> Double
) throws(Failure) -> Double {
  var (a, b) = (start, end)
  var (fa, fb) = (try function(a), try function(b))
  if fa == 0 { return a }
  if fb == 0 { return b }
  guard fa * fb < 0 else { return .nan }
  var (c, fc) = (a, fa)
  for _ in 0..<maximumSteps {
    let previous = b - a
    if fc.magnitude < fb.magnitude {
      (a, b, c) = (b, c, b)
      (fa, fb, fc) = (fb, fc, fb)
    }
    let limit = 2 * Double.ulpOfOne * b.magnitude + tolerance / 2
    var step = (c - b) / 2
    if step.magnitude <= limit || fb == 0 { return b }
    if previous.magnitude >= limit, fa.magnitude > fb.magnitude {
      let (p, q) = interpolation((a, fa), (b, fb), (c, fc))
      let isInside = p < 0.75 * (c - b) * q - (limit * q).magnitude / 2
      if isInside, p < (previous * q / 2).magnitude { step = p / q }
    }
    if step.magnitude < limit { step = step > 0 ? limit : -limit }
    (a, fa) = (b, fb)
    b += step
    fb = try function(b)
    if fb > 0 && fc > 0 || fb < 0 && fc < 0 { (c, fc) = (a, fa) }
  }
  return b
}

/// Where the line or the parabola through known points crosses 0: p/q from b, with p ≥ 0.
private func interpolation(
  _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)
) -> (p: Double, q: Double) {
  let middle = c.x - b.x
  var (p, q) = (0.0, 0.0)
  if a.x == c.x {
    let t = b.y / a.y
    (p, q) = (middle * t, 1 - t)
  } else {
    let (r, t, u) = (a.y / c.y, b.y / c.y, b.y / a.y)
    p = u * (middle * r * (r - t) - (b.x - a.x) * (t - 1))
    q = (r - 1) * (t - 1) * (u - 1)
  }
  return p > 0 ? (p, -q) : (-p, q)
}
