extension JointEstimates {
  /// How much more one figure has changed than another.
  ///
  ///     (θ₁ now − θ₁ then) − (θ₂ now − θ₂ then)
  ///
  /// With the figures of two waves, made by `JointEstimates(_:_:covariance:)`, this is the change of
  /// one area beyond that of another; within one wave it is an interaction, such as whether the gap
  /// between women and men is larger in one area.
  ///
  /// - Parameters:
  ///   - first: the places of one figure, from 0, now and then.
  ///   - second: the places of the other.
  /// - Returns: the difference of the differences, with their joint covariance.
  ///
  /// R: `svycontrast(estimates, c(1, −1, −1, 1))`.
  /// Golden values: `Golden/peers/estimators.json`, by numpy.
  public func differenceInDifferences(
    _ first: (now: Int, then: Int), minus second: (now: Int, then: Int)
  ) -> Difference {
    var coefficients = [Double](repeating: 0, count: values.count)
    coefficients[first.now] += 1
    coefficients[first.then] -= 1
    coefficients[second.now] -= 1
    coefficients[second.then] += 1
    return contrast(coefficients)
  }
}
