/// The repetitions of one workload.
struct Measurement {
  /// The rate of each repetition, or for times the time: in the workload's unit.
  let values: [Double]
  /// Whether a larger value is better.
  let higherIsBetter: Bool

  /// The best repetition.
  var best: Double { (higherIsBetter ? values.max() : values.min()) ?? 0 }

  /// The middle repetition.
  var median: Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// The distance between the best and the worst, relative to the median.
  var spread: Double {
    guard let low = values.min(), let high = values.max(), median > 0 else { return 0 }
    return (high - low) / median
  }
}

/// Runs pieces of work often enough to time them.
struct Stopwatch {
  /// The least duration of one repetition, in seconds.
  let seconds: Double
  /// The number of repetitions.
  let repetitions = 5

  /// Seconds for one call of `work`, once for each repetition, after warming up.
  func time(_ work: () -> Void) -> [Double] {
    let clock = ContinuousClock()
    work()
    var calls = 1
    while true {
      let duration = clock.measure { for _ in 0..<calls { work() } } / .seconds(1)
      if duration >= seconds / 4 {
        calls = max(1, Int((Double(calls) * seconds / duration).rounded(.up)))
        break
      }
      calls *= 2
    }
    return (0..<repetitions).map { _ in
      clock.measure { for _ in 0..<calls { work() } } / .seconds(1) / Double(calls)
    }
  }
}
