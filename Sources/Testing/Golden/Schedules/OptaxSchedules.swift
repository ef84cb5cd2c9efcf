import GlissadeOptimizers

extension GoldenSchedules {
  /// Schedules of optax, whose values are learning rates: here with a base of 1.
  static let optax: [String: Maker] = {
    var result: [String: Maker] = [:]
    for (name, make) in optaxShapes { result["optax.\(name)"] = { Translation(1, try make($0)) } }
    result["optax.join_schedules"] = { hyper in
      let parts = try hyper.objects("schedules").map { try shape(try $0.text("name"), $0) }
      let boundaries = try hyper.numbers("boundaries", count: parts.count - 1).map { Int($0) }
      return Translation(1, joined(parts, at: boundaries))
    }
    result["optax.sgdr_schedule"] = { hyper in
      let cycles = try hyper.objects("cosine_kwargs").map { (try $0.count("decay_steps"), try warmupCosine($0)) }
      var boundaries: [Int] = []
      for (steps, _) in cycles.dropLast() { boundaries.append((boundaries.last ?? 0) + steps) }
      return Translation(1, joined(cycles.map { $0.1 }, at: boundaries))
    }
    return result
  }()

  private static func shape(_ name: String, _ hyper: GoldenHyper) throws -> Schedule {
    guard let make = optaxShapes[name] else { throw GoldenUnsupported("there is no translation of \(name)") }
    return try make(hyper)
  }

  private static let optaxShapes: [String: @Sendable (GoldenHyper) throws -> Schedule] = [
    "constant_schedule": { .constant(try $0.number("value")) },
    "linear_schedule": { hyper in
      try delayed(hyper) {
        .linear(
          from: try hyper.number("init_value"), to: try hyper.number("end_value"),
          steps: try hyper.count("transition_steps"))
      }
    },
    "polynomial_schedule": { hyper in
      let (start, end) = (try hyper.number("init_value"), try hyper.number("end_value"))
      return try delayed(hyper, start) {
        start
          * .polynomial(
            to: end / start, power: try hyper.number("power"), steps: try hyper.count("transition_steps"))
      }
    },
    "exponential_decay": { hyper in
      let start = try hyper.number("init_value")
      return try delayed(hyper, start) { start * (try exponential(hyper, start)) }
    },
    "cosine_decay_schedule": { hyper in
      try hyper.number("init_value")
        * .cosine(
          steps: try hyper.count("decay_steps"), to: try hyper.number("alpha"),
          power: try hyper.optionalNumber("exponent") ?? 1)
    },
    "warmup_cosine_decay_schedule": { try warmupCosine($0) },
    "warmup_constant_schedule": { try warmup($0).then(.constant(try $0.number("peak_value"))) },
    "warmup_exponential_decay_schedule": { hyper in
      let peak = try hyper.number("peak_value")
      return try warmup(hyper).then(try delayed(hyper, peak) { peak * (try exponential(hyper, peak)) })
    },
    "piecewise_constant_schedule": { .piecewise(try scaledPoints($0)) },
    "piecewise_interpolate_schedule": { hyper in
      let name = try hyper.text("interpolate_type")
      guard let interpolation = Schedule.Interpolation(rawValue: name) else {
        throw GoldenUnsupported("there is no interpolation '\(name)'")
      }
      return .piecewise(try scaledPoints(hyper), interpolation: interpolation)
    },
    "cosine_onecycle_schedule": { hyper in
      let (peak, steps) = (try hyper.number("peak_value"), try hyper.number("transition_steps"))
      let start = peak / (try hyper.number("div_factor"))
      let top = (try hyper.number("pct_start") * steps).rounded(.down)
      let end = start / (try hyper.number("final_div_factor"))
      return .piecewise([(0, start), (top, peak), (steps, end)], interpolation: .cosine)
    },
    "linear_onecycle_schedule": { hyper in
      let (peak, steps) = (try hyper.number("peak_value"), try hyper.number("transition_steps"))
      let start = peak / (try hyper.number("div_factor"))
      let top = (try hyper.number("pct_start") * steps).rounded(.down)
      let low = (try hyper.number("pct_final") * steps).rounded(.down)
      let end = start / (try hyper.number("final_div_factor"))
      return .piecewise([(0, start), (top, peak), (low, start), (steps, end)], interpolation: .linear)
    },
  ]

  /// A schedule that begins after `transition_begin` steps at `first`, or at its own first value.
  private static func delayed(
    _ hyper: GoldenHyper, _ first: Double? = nil, _ make: () throws -> Schedule
  ) throws -> Schedule {
    let delay = Int(try hyper.optionalNumber("transition_begin") ?? 0)
    let schedule = try make()
    return delay == 0 ? schedule : .constant(first ?? schedule.factor(at: 0), steps: delay).then(schedule)
  }

  private static func warmup(_ hyper: GoldenHyper) throws -> Schedule {
    .linear(
      from: try hyper.number("init_value"), to: try hyper.number("peak_value"), steps: try hyper.count("warmup_steps"))
  }

  private static func exponential(_ hyper: GoldenHyper, _ start: Double) throws -> Schedule {
    .exponential(
      rate: try hyper.number("decay_rate"), every: try hyper.count("transition_steps"),
      staircase: try hyper.flag("staircase"), to: try hyper.optionalNumber("end_value").map { $0 / start })
  }

  private static func warmupCosine(_ hyper: GoldenHyper) throws -> Schedule {
    let peak = try hyper.number("peak_value")
    let steps = try hyper.count("decay_steps") - hyper.count("warmup_steps")
    return try warmup(hyper).then(
      peak
        * .cosine(
          steps: steps, to: try hyper.number("end_value") / peak, power: try hyper.optionalNumber("exponent") ?? 1))
  }

  /// Points from a first value and the factors by which it changes at given steps.
  private static func scaledPoints(_ hyper: GoldenHyper) throws -> [(step: Double, factor: Double)] {
    var value = try hyper.number("init_value")
    var points = [(step: 0.0, factor: value)]
    let scales = try hyper.required("boundaries_and_scales").object ?? [:]
    for (step, scale) in scales.compactMap({ key, scale in Double(key).map { ($0, scale.number ?? .nan) } })
      .sorted(by: { $0.0 < $1.0 })
    {
      value *= scale
      points.append((step: step, factor: value))
    }
    return points
  }
}
