import Glissade

/// What a command line says about what is around the optimizer's rule: schedule, clipping, averaging, precision, accumulation.
struct WrappingOptions {
  static let options = [
    Option("schedule", "NAME", "what 'glissade schedule' takes, such as 'warmup:steps=50 cosine' (default constant)"),
    Option(
      "plateau", "N[:KEY=VALUE,…]",
      "lower the rate where the mean loss of N steps stops falling; keys: by, patience, threshold, cooldown, lowest"),
    Option("clip", "NORM", "largest norm of the gradient (default: not clipped)"),
    Option("accumulate", "N", "steps whose gradients make one update (default 1)"),
    Option("average", "DECAY", "evaluate at an exponential average of the parameters, such as 0.99"),
    Option(flag: "master-weights", "update a copy of the parameters in the accumulator's type (for float16, bfloat16)"),
    Option("loss-scale", "N|dynamic", "multiply the loss before the backward pass, so that small gradients survive"),
  ]

  /// How the loss is scaled.
  enum LossScale: Equatable {
    case fixed(Double)
    case dynamic
  }

  /// The schedule in words.
  let schedule: String
  /// What lowers the rate, in words.
  let plateauText: String?
  let plateau: Plateau?
  let clip: Double?
  let accumulated: Int
  let averageDecay: Double?
  let hasMasterWeights: Bool
  let lossScale: LossScale?

  init(_ options: ParsedOptions) throws {
    schedule = options.text("schedule") ?? "constant"
    plateauText = options.text("plateau")
    plateau = try plateauText.map(Self.plateau)
    clip = try options.positiveNumber("clip")
    accumulated = try options.integer("accumulate", default: 1, minimum: 1)
    averageDecay = try options.positiveNumber("average")
    if let decay = averageDecay, decay >= 1 {
      throw UsageError("--average takes a number between 0 and 1, not \(decay).")
    }
    hasMasterWeights = options.has("master-weights")
    if options.text("loss-scale") == "dynamic" {
      lossScale = .dynamic
    } else {
      let factor = try options.positiveNumber("loss-scale")
      // The bounds of the transform.
      if let factor, !(0x1p-120...0x1p120).contains(factor) {
        throw UsageError("--loss-scale takes 'dynamic' or a number from 2^-120 to 2^120, not \(factor).")
      }
      lossScale = factor.map { .fixed($0) }
    }
  }

  /// A rule with all that is around it, for a run of so many steps.
  ///
  /// From the inside out: the schedule counts updates, and a plateau lowers what it gives; the average and the update
  /// itself are of the master weights; what is clipped is the gradient without the loss's factor; gradients are
  /// accumulated first.
  func wrap(_ rule: any Optimizer, stepCount: Int) throws -> any Optimizer {
    let updateCount = (stepCount + accumulated - 1) / accumulated
    var optimizer = scheduled(rule, try ScheduleRegistry.make(schedule, steps: updateCount))
    if let plateau { optimizer = reduced(optimizer, plateau) }
    if let averageDecay { optimizer = averaged(optimizer, averageDecay) }
    if hasMasterWeights { optimizer = withMasterWeights(optimizer) }
    if let clip { optimizer = clipped(optimizer, clip) }
    if let lossScale { optimizer = lossScaled(optimizer, lossScale) }
    if accumulated > 1 { optimizer = accumulating(optimizer, accumulated) }
    return optimizer
  }

  private func scheduled(_ rule: some Optimizer, _ schedule: Schedule) -> any Optimizer { rule.scheduled(schedule) }
  private func reduced(_ rule: some Optimizer, _ plateau: Plateau) -> any Optimizer { rule.reduced(on: plateau) }
  private func averaged(_ rule: some Optimizer, _ decay: Double) -> any Optimizer {
    rule.averaging(.exponential(decay: decay, debiases: true))
  }
  private func withMasterWeights(_ rule: some Optimizer) -> any Optimizer { rule.withMasterWeights() }
  private func clipped(_ rule: some Optimizer, _ norm: Double) -> any Optimizer { rule.clipped(toGlobalNorm: norm) }
  private func accumulating(_ rule: some Optimizer, _ count: Int) -> any Optimizer { rule.accumulating(count) }
  private func lossScaled(_ rule: some Optimizer, _ scale: LossScale) -> any Optimizer {
    switch scale {
    case .dynamic: rule.lossScaled()
    case .fixed(let factor): rule.lossScaled(from: factor, growth: 1, backoff: 1)
    }
  }

  /// A plateau from its description: the number of steps of a mean, and what differs from PyTorch's defaults.
  private static func plateau(_ text: String) throws -> Plateau {
    let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard let count = halves.first.flatMap({ Int($0) }), (1...1_000_000_000).contains(count) else {
      throw UsageError("--plateau takes a number of steps, and maybe settings after a colon, not '\(text)'.")
    }
    let settings = try Settings(halves.count == 2 ? halves[1] : "", of: "plateau", option: "plateau")
    var plateau = Plateau()
    plateau.averaged = count
    plateau.drop = try settings.share("by", plateau.drop)
    plateau.patience = try settings.count("patience", plateau.patience, minimum: 0)
    plateau.threshold = .relative(try settings.share("threshold", 1e-4))
    plateau.cooldown = try settings.count("cooldown", plateau.cooldown, minimum: 0)
    plateau.lowest = try settings.share("lowest", plateau.lowest)
    try settings.requireAllRead()
    return plateau
  }

  func describe(in line: inout JSONLine) {
    line.add("schedule", schedule)
    if let plateauText { line.add("plateau", plateauText) }
    line.add("clip", clip)
    if accumulated > 1 { line.add("accumulate", accumulated) }
    if let averageDecay { line.add("average", averageDecay) }
    if hasMasterWeights { line.add("masterWeights", true) }
    switch lossScale {
    case .dynamic: line.add("lossScale", "dynamic")
    case .fixed(let factor): line.add("lossScale", factor)
    case nil: break
    }
  }
}
