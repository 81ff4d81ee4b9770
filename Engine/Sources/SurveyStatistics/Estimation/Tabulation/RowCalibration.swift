/// A calibration whose rows are not alike in cells, and the rows that it takes something out of.
///
/// It is by numbers of many values, or by primary unit, or one adjustment upon another.
struct RowCalibration: Sendable {
  let adjustment: LinearAdjustment
  /// Of the stage that the variance is about.
  let terms: CalibrationTerms
  /// In the order of their cells, of the same stage.
  let rows: DesignTally
}
