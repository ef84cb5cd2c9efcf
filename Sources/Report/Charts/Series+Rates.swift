extension [Series] {
  /// Lines over learning rates without the points that are far worse than a rate that hardly moves: above ten times the
  /// largest value at any line's smallest rate. A loss that exploded would leave no room for the others.
  func withoutExplosions() -> [Series] {
    let starts = compactMap { series in series.points.min { $0.x < $1.x }?.y }.filter(\.isFinite)
    guard let largest = starts.max(), largest > 0 else { return self }
    return map { series in
      var series = series
      for index in series.points.indices where series.points[index].y > 10 * largest {
        series.points[index] = Series.Point(series.points[index].x, .nan)
      }
      return series
    }
  }
}
