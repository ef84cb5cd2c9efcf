import GlissadeOptimizers

extension GoldenSchedules {
  /// Schedules of optax, whose values are learning rates: here with a base of 1.
  static let optax: [String: Maker] = {
    var result: [String: Maker] = [:]
    for (name, make) in optaxShapes { result["optax.\(name)"] = { Translation(1, try make($0)) } }
    result["optax.join_schedules"] = { hyper in
      let parts = try hyper.objects("schedules").map { try shape(try $0.text("name"), $0) }
      let boundaries = try hyper.steps("boundaries", count: parts.count - 1)
      return Translation(1, joined(parts, at: boundaries))
    }
    result["optax.sgdr_schedule"] = { hyper in
      let cycles = try hyper.objects("cosine_kwargs").map {
        (try $0.count("decay_steps", from: 1), try warmupCosine($0))
      }
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
          steps: try hyper.count("transition_steps", from: 1))
      }
    },
    "polynomial_schedule": { hyper in
      let (start, end) = (try hyper.number("init_value"), try hyper.number("end_value"))
      return try delayed(hyper, start) {
        start
          * .polynomial(
            to: end / start, power: try hyper.number("power"), steps: try hyper.count("transition_steps", from: 1))
      }
    },
    "exponential_decay": { hyper in
      let start = try hyper.number("init_value")
      return try delayed(hyper, start) { start * (try exponential(hyper, start)) }
    },
    "cosine_decay_schedule": { hyper in
      try hyper.number("init_value")
        * .cosine(
          steps: try hyper.count("decay_steps", from: 1), to: try hyper.number("alpha"),
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
      let (peak, steps) = (try hyper.number("peak_value"), Double(try hyper.count("transition_steps", from: 1)))
      let start = peak / (try hyper.number("div_factor"))
      let top = (try hyper.number("pct_start", .fraction) * steps).rounded(.down)
      let end = start / (try hyper.number("final_div_factor"))
      return .piecewise([(0, start), (top, peak), (steps, end)], interpolation: .cosine)
    },
    "linear_onecycle_schedule": { hyper in
      let (peak, steps) = (try hyper.number("peak_value"), Double(try hyper.count("transition_steps", from: 1)))
      let start = peak / (try hyper.number("div_factor"))
      let top = (try hyper.number("pct_start", .fraction) * steps).rounded(.down)
      let low = (try hyper.number("pct_final", .fraction) * steps).rounded(.down)
      guard top <= low else { throw GoldenUnsupported("'pct_final' is less than 'pct_start'") }
      let end = start / (try hyper.number("final_div_factor"))
      return .piecewise([(0, start), (top, peak), (low, start), (steps, end)], interpolation: .linear)
    },
  ]

  /// A schedule that begins after `transition_begin` steps at `first`, or at its own first value.
  private static func delayed(
    _ hyper: GoldenHyper, _ first: Double? = nil, _ make: () throws -> Schedule
  ) throws -> Schedule {
    let delay = try hyper.optionalCount("transition_begin") ?? 0
    let schedule = try make()
    return delay == 0 ? schedule : .constant(first ?? schedule.factor(at: 0), steps: delay).then(schedule)
  }

  private static func warmup(_ hyper: GoldenHyper) throws -> Schedule {
    .linear(
      from: try hyper.number("init_value"), to: try hyper.number("peak_value"),
      steps: try hyper.count("warmup_steps", from: 1))
  }

  private static func exponential(_ hyper: GoldenHyper, _ start: Double) throws -> Schedule {
    .exponential(
      rate: try hyper.number("decay_rate", .positive), every: try hyper.count("transition_steps", from: 1),
      staircase: try hyper.flag("staircase"), to: try hyper.optionalNumber("end_value").map { $0 / start })
  }

  private static func warmupCosine(_ hyper: GoldenHyper) throws -> Schedule {
    let peak = try hyper.number("peak_value")
    let steps = try hyper.count("decay_steps", from: 1) - hyper.count("warmup_steps")
    guard steps > 0 else { throw GoldenUnsupported("'decay_steps' leaves no step after the warmup") }
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
    let steps = try scales.map { key, scale in
      guard let step = Double(key), (0...1e6).contains(step), let scale = scale.number else {
        throw GoldenUnsupported("'boundaries_and_scales' has '\(key)', which is no step with a number")
      }
      return (step, scale)
    }
    for (step, scale) in steps.sorted(by: { $0.0 < $1.0 }) {
      value *= scale
      points.append((step: step, factor: value))
    }
    return points
  }
}
