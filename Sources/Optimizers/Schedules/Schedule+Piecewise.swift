extension Schedule {
  /// How a schedule goes from one value to the next.
  public enum Interpolation: String, CaseIterable, Sendable {
    /// The earlier value until the later one's step.
    case constant
    /// A straight line.
    case linear
    /// Half a cosine.
    case cosine

    func between(_ start: Double, _ end: Double, at fraction: Double) -> Double {
      switch self {
      case .constant: start
      case .linear: start + (end - start) * fraction
      case .cosine: end + (start - end) * halfCosine(fraction)
      }
    }
  }

  /// Given values at given steps, the first from step 0 or before on, and what lies between; the last value stays.
  public static func piecewise(
    _ points: [(step: Double, factor: Double)], interpolation: Interpolation = .constant
  ) -> Schedule {
    guard let first = points.first, let last = points.last else { fatalError("a piecewise schedule needs a point") }
    require(
      zip(points, points.dropFirst()).allSatisfy { $0.step <= $1.step },
      "the steps of a piecewise schedule come in order, not as \(points.map(\.step))")
    let duration = last.step.rounded(.up)
    return Schedule(
      duration: duration > 0 ? Int(duration) : nil,
      continuous: { position in
        guard let next = points.firstIndex(where: { position < $0.step }) else { return last.factor }
        guard next > 0 else { return first.factor }
        let (start, end) = (points[next - 1], points[next])
        return interpolation.between(
          start.factor, end.factor, at: (position - start.step) / (end.step - start.step))
      })
  }
}
