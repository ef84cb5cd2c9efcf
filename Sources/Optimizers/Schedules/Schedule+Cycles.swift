extension Schedule {
  /// The phases of a one-cycle schedule.
  public enum Phases: String, CaseIterable, Sendable {
    /// Up to the peak, then down to the end.
    case two
    /// Up to the peak, as long down to the start, then to the end.
    case three
  }

  /// One cycle: from `start` up to `peak` in the fraction `rise` of the steps, then down to `end`.
  ///
  /// The defaults are those of PyTorch's `OneCycleLR`; the momentum that goes with it is
  /// `.oneCycle(steps:, from: 0.95, peak: 0.85, to: 0.95)` for a rule with momentum 1.
  /// Smith and Topin 2018 (arXiv:1708.07120).
  public static func oneCycle(
    steps: Int, from start: Double = 0.04, peak: Double = 1, to end: Double = 4e-6, rise: Double = 0.3,
    annealing: Interpolation = .cosine, phases: Phases = .two
  ) -> Schedule {
    require(
      steps > 1 && rise >= 0 && rise * (phases == .three ? 2 : 1) <= 1,
      "one cycle of \(steps) steps cannot rise in \(rise) of them")
    // Where the rise is less than a step, the peak is at the first.
    let top = max(0, rise * Double(steps) - 1)
    var points = [(step: 0.0, factor: start), (step: top, factor: peak)]
    if phases == .three { points.append((step: 2 * top, factor: start)) }
    points.append((step: Double(steps - 1), factor: end))
    return .piecewise(points, interpolation: annealing).lasting(steps)
  }

  /// How the height of cycles changes.
  public enum CycleHeight: Hashable, Sendable {
    /// All the same.
    case triangular
    /// Halved from cycle to cycle.
    case halving
    /// Times γ from step to step.
    case exponential(gamma: Double)
  }

  /// Triangles between `low` and 1: up in so many steps, down in so many (as many by default).
  ///
  /// PyTorch's `CyclicLR`, whose modes are `triangular`, `triangular2` and `exp_range`. Smith 2017 (arXiv:1506.01186).
  public static func cyclic(
    low: Double, rise: Int, fall: Int? = nil, height: CycleHeight = .triangular
  ) -> Schedule {
    let fall = fall ?? rise
    require(rise > 0 && fall > 0, "a cycle of \(rise) steps up and \(fall) down")
    return Schedule(continuous: { position in
      let period = Double(rise) + Double(fall)
      let cycle = (position / period).rounded(.down)
      let place = position - cycle * period
      let triangle = place <= Double(rise) ? place / Double(rise) : (period - place) / Double(fall)
      let scale =
        switch height {
        case .triangular: 1.0
        case .halving: integerPower(0.5, Int(cycle))
        case .exponential(let gamma): realPower(gamma, position)
        }
      return low + (1 - low) * triangle * scale
    })
  }
}
