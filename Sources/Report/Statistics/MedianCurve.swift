import GlissadeSuite

/// The curves of several seeds as one: their median at each step, with its interval.
enum MedianCurve {
  /// One seed's values over steps.
  struct Run {
    let points: [Series.Point]
    /// Whether it broke down at its end, so that it counts as infinitely bad from there on.
    let isBroken: Bool
  }

  /// The points of the median.
  ///
  /// - Parameter worst: what a run that broke down counts as: infinity where less is better, −infinity where more is.
  static func points(_ runs: [Run], worst: Double) -> [Series.Point] {
    guard runs.count > 1 else { return runs.first?.points ?? [] }
    var values: [Double: [Double]] = [:]
    for run in runs {
      for point in run.points { values[point.x, default: []].append(point.y.isNaN ? worst : point.y) }
    }
    let steps = values.keys.sorted()
    for run in runs where run.isBroken {
      let end = run.points.last?.x ?? -.infinity
      for step in steps where step > end { values[step]?.append(worst) }
    }
    return steps.compactMap { step in
      guard let interval = MedianInterval(values[step] ?? []) else { return nil }
      return Series.Point(step, interval.median, low: interval.low, high: interval.high)
    }
  }

  /// How to read the band over so many seeds.
  static func note(seeds: ClosedRange<Int>) -> String {
    guard seeds.upperBound > 1, let interval = MedianInterval((0..<seeds.upperBound).map(Double.init)) else {
      return ""
    }
    let percent = NumberText.percent(interval.coverage)
    let count = seeds.lowerBound == seeds.upperBound ? "\(seeds.upperBound)" : "up to \(seeds.upperBound)"
    let band = interval.low == 0 ? "their range" : "order statistics of theirs"
    return "Line: median over \(count) seeds. Band: \(band), which holds the true median with probability \(percent)."
  }
}
