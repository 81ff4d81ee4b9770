import NumericKernels

extension AreaModel {
  /// The figures of all areas together, so that their differences have an error too.
  ///
  /// Two areas share what is uncertain of the coefficients, and the benchmark's move:
  ///
  ///     E(θ̂ᵢ − θᵢ)·(θ̂ⱼ − θⱼ) = (1 − γᵢ)·(1 − γⱼ)·xᵢ·Q·xⱼ + Var(t),   i ≠ j
  ///
  /// On the diagonal are the mean squared errors. What A's own uncertainty has in common for two
  /// areas is of a lower order (1/m²) and left out. An area without answers has γ = 0, and is not
  /// moved.
  ///
  /// - Parameters:
  ///   - sizes: of the areas, in persons or parts, to benchmark with as
  ///     ``benchmarked(sizes:)`` does; `nil` for not.
  ///   - rows: for each area without answers its x, as for ``prediction(covariates:)``.
  /// - Returns: the areas in order, and then those without answers, in the figures' unit; the
  ///   degrees of freedom are infinite. Combinations of them are model-based: say so beside them.
  /// - Throws: ``SmallAreaError/badSize(area:)``;
  ///   ``SmallAreaError/areaCountMismatch(column:expected:actual:)``.
  ///
  /// Source: Rao and Molina, *Small Area Estimation*, 2015, section 6.2; Steorts and Ghosh, 2013.
  /// Golden values: `Golden/small-areas/joint.csv`, by whole matrices in numpy.
  public func joint(
    benchmarkedTo sizes: [Double]? = nil, predicting rows: [[Double]] = []
  ) throws(SmallAreaError) -> JointEstimates {
    var figures = estimates
    var move = 0.0
    if let sizes {
      figures = try benchmarked(sizes: sizes)
      move = try self.move(sizes: sizes).variance
    }
    for row in rows { figures.append(try prediction(covariates: row)) }
    let explained = estimates.indices.map(fit.row) + rows
    var errors = Matrix(rows: figures.count, columns: figures.count)
    for i in figures.indices {
      for j in figures.indices {
        let shrinkages = (1 - figures[i].directWeight) * (1 - figures[j].directWeight)
        let bothMoved = max(i, j) < estimates.count
        errors[i, j] =
          i == j
          ? figures[i].meanSquaredError
          : shrinkages * fit.covariance(explained[i], explained[j]) + (bothMoved ? move : 0)
      }
    }
    return JointEstimates(
      values: figures.map(\.value), covariance: errors, degreesOfFreedom: .infinity)
  }
}
