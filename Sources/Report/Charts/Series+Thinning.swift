extension Series {
  /// The most points of a series that a page holds; more than two for each pixel show nothing more.
  static let mostPoints = 1_200

  /// The series with at most about `count` points: of each run of neighbors the least and the greatest, so that no spike is
  /// lost, and the first and last of all.
  func thinned(to count: Int = mostPoints) -> Series {
    guard points.count > count, count >= 8 else { return self }
    let buckets = count / 2 - 1
    var kept: [Point] = [points[0]]
    let inner = points.count - 2
    for bucket in 0..<buckets {
      let range = 1 + bucket * inner / buckets..<1 + (bucket + 1) * inner / buckets
      guard let least = range.min(by: { rank($0) < rank($1) }), let greatest = range.max(by: { rank($0) < rank($1) })
      else { continue }
      kept.append(points[min(least, greatest)])
      if least != greatest { kept.append(points[max(least, greatest)]) }
    }
    kept.append(points[points.count - 1])
    var result = self
    result.points = kept
    return result
  }

  /// By what points are compared: NaN, where a run broke down, above all.
  private func rank(_ index: Int) -> Double { points[index].y.isNaN ? .infinity : points[index].y }
}

extension Series {
  /// The points of a path, of which every so manieth stands for its neighbors; the last one stays.
  func thinnedPath(to count: Int = mostPoints) -> Series {
    guard points.count > count else { return self }
    var result = self
    result.points = (0..<count).map { points[$0 * (points.count - 1) / (count - 1)] }
    return result
  }
}
