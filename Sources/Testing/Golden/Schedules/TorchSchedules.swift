import GlissadeOptimizers

extension GoldenSchedules {
  /// Schedulers of `torch.optim.lr_scheduler`.
  static let torch: [String: Maker] = {
    var result: [String: Maker] = [:]
    for name in torchShapes.keys {
      result["torch.optim.lr_scheduler.\(name)"] = { hyper in
        let rate = try hyper.number("lr")
        return Translation(rate, try shape(name, hyper, rate: rate))
      }
    }
    result["torch.optim.swa_utils.SWALR"] = { hyper in
      let rate = try hyper.number("lr")
      let low = try hyper.number("swa_lr") / rate
      let steps = try hyper.count("anneal_epochs", from: 1)
      let shape: Schedule.Interpolation = try hyper.text("anneal_strategy") == "cos" ? .cosine : .linear
      return Translation(
        rate, .piecewise([(step: 0, factor: 1), (step: Double(steps), factor: low)], interpolation: shape))
    }
    result["torch.optim.lr_scheduler.SequentialLR"] = { hyper in
      let rate = try hyper.number("lr")
      let parts = try hyper.objects("schedulers").map { try shape(try $0.text("name"), $0, rate: rate) }
      let milestones = try hyper.steps("milestones", count: parts.count - 1)
      return Translation(rate, joined(parts, at: milestones))
    }
    result["torch.optim.lr_scheduler.ChainedScheduler"] = { hyper in
      let rate = try hyper.number("lr")
      let parts = try hyper.objects("schedulers").map { try shape(try $0.text("name"), $0, rate: rate) }
      return Translation(rate, parts.reduce(.constant()) { $0 * $1 })
    }
    result["torch.optim.lr_scheduler.OneCycleLR"] = oneCycle
    result["torch.optim.lr_scheduler.CyclicLR"] = cyclic
    return result
  }()

  /// Schedules one after the other, each from its own start.
  static func joined(_ parts: [Schedule], at boundaries: [Int]) -> Schedule {
    let starts = [0] + boundaries
    var result = parts[parts.count - 1]
    for index in boundaries.indices.reversed() {
      result = parts[index].lasting(starts[index + 1] - starts[index]).then(result)
    }
    return result
  }

  /// The schedule of a class, by its name alone, for a learning rate.
  static func shape(_ name: String, _ hyper: GoldenHyper, rate: Double) throws -> Schedule {
    guard let make = torchShapes[name] else { throw GoldenUnsupported("there is no translation of \(name)") }
    return try make(hyper, rate)
  }

  private static let torchShapes: [String: @Sendable (GoldenHyper, Double) throws -> Schedule] = [
    "StepLR": { hyper, _ in .stepDecay(every: try hyper.count("step_size", from: 1), by: try hyper.number("gamma")) },
    "MultiStepLR": { hyper, _ in
      .multiStep(at: try hyper.steps("milestones"), by: try hyper.number("gamma"))
    },
    "ExponentialLR": { hyper, _ in .exponential(rate: try hyper.number("gamma", .positive)) },
    "MultiplicativeLR": { hyper, _ in .exponential(rate: try hyper.number("factor", .positive)) },
    "PolynomialLR": { hyper, _ in
      .polynomial(power: try hyper.number("power"), steps: try hyper.count("total_iters", from: 1))
    },
    "CosineAnnealingLR": { hyper, rate in
      .cosineWave(halfPeriod: try hyper.count("T_max", from: 1), to: try hyper.number("eta_min") / rate)
    },
    "CosineAnnealingWarmRestarts": { hyper, rate in
      .cosineWithRestarts(
        period: try hyper.count("T_0", from: 1), multiplier: try hyper.count("T_mult", from: 1),
        to: try hyper.number("eta_min") / rate)
    },
    "LinearLR": { hyper, _ in
      .linear(
        from: try hyper.number("start_factor"), to: try hyper.optionalNumber("end_factor") ?? 1,
        steps: try hyper.count("total_iters", from: 1))
    },
    "ConstantLR": { hyper, _ in
      .constant(try hyper.number("factor"), steps: try hyper.count("total_iters", from: 1)).then(.constant())
    },
    "LambdaLR": { hyper, _ in
      switch try hyper.text("formula") {
      case "min((s+1)/warmup, sqrt(warmup/(s+1)))": .inverseSquareRoot(warmup: try hyper.count("warmup", from: 1))
      case "d_model^-0.5 * min((s+1)^-0.5, (s+1)*warmup^-1.5)":
        .noam(width: try hyper.count("d_model", from: 1), warmup: try hyper.count("warmup", from: 1))
      case "0.95^s": .exponential(rate: 0.95)
      case let formula: throw GoldenUnsupported("the formula \(formula) is not known")
      }
    },
  ]

  private static let oneCycle: Maker = { hyper in
    let rate = try hyper.number("max_lr")
    let start = 1 / (try hyper.number("div_factor"))
    let steps = try hyper.count("total_steps", from: 2)
    let rise = try hyper.number("pct_start", .fraction)
    let annealing: Schedule.Interpolation = try hyper.text("anneal_strategy") == "cos" ? .cosine : .linear
    let phases: Schedule.Phases = try hyper.flag("three_phase") ? .three : .two
    guard phases == .two || rise <= 0.5 else { throw GoldenUnsupported("'pct_start' leaves no room for three phases") }
    let (low, high) = (try hyper.number("base_momentum"), try hyper.number("max_momentum"))
    let cyclesMomentum = try hyper.flag("cycle_momentum")
    return Translation(
      rate,
      .oneCycle(
        steps: steps, from: start, to: start / (try hyper.number("final_div_factor")), rise: rise,
        annealing: annealing, phases: phases),
      momentum: cyclesMomentum
        ? .oneCycle(steps: steps, from: high, peak: low, to: high, rise: rise, annealing: annealing, phases: phases)
        : nil)
  }

  private static let cyclic: Maker = { hyper in
    let rate = try hyper.number("max_lr")
    let rise = try hyper.count("step_size_up", from: 1)
    let fall = try hyper.optionalCount("step_size_down", from: 1)
    let gamma = try hyper.number("gamma", .nonNegative)
    let height: Schedule.CycleHeight =
      switch try hyper.text("mode") {
      case "triangular": .triangular
      case "triangular2": .halving
      default: .exponential(gamma: gamma)
      }
    let (low, high) = (try hyper.number("base_momentum"), try hyper.number("max_momentum"))
    let momentum = Schedule.cyclic(low: 0, rise: rise, fall: fall, height: height)
    return Translation(
      rate, .cyclic(low: try hyper.number("base_lr") / rate, rise: rise, fall: fall, height: height),
      momentum: try hyper.flag("cycle_momentum")
        ? Schedule(continuous: { high - (high - low) * momentum.factor(at: $0) }) : nil)
  }
}
