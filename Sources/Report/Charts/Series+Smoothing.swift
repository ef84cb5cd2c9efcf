extension Series {
  /// Whether it has so many points that noise can hide where it goes; `page.js` asks the same.
  var canBeSmoothed: Bool { !isStepped && points.count > 100 }

  /// The exponential mean of the values over about a fiftieth of the line, corrected for its beginning at zero. What is not
  /// finite stays, and is left out of the mean.
  func smoothed() -> Series {
    let decay = 1 - 1 / max(4, Double(points.count) / 50)
    var (sum, weight) = (0.0, 0.0)
    var result = self
    for index in points.indices where points[index].y.isFinite {
      sum = decay * sum + (1 - decay) * points[index].y
      weight = decay * weight + (1 - decay)
      result.points[index].y = sum / weight
    }
    return result
  }
}
