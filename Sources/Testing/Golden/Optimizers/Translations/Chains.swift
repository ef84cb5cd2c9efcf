import GlissadeOptimizers

extension GoldenOptimizers {
  /// optax's `chain`: transforms of the gradient, an optimizer, transforms of its updates.
  static func chain(_ links: [GoldenHyper]) throws -> GoldenTranslation {
    var before: [any GradientTransform] = []
    var optimizer: (any Optimizer)?
    var observed: [String: @Sendable (GoldenObservation) -> [Double]] = [:]
    for link in links {
      let name = try link.text("name")
      if let transform = try gradientTransform(name, link) {
        before.append(transform)
      } else if name == "optax.scale" {
        optimizer = GradientDescent(learningRate: -(try link.number("step_size")))
      } else if let made = optimizer {
        optimizer = try updateTransform(name, link, on: made)
        if name == "optax.contrib.reduce_on_plateau" {
          observed["scale"] = { [$0.state.numbers["factor"] ?? .nan] }
        }
      } else {
        optimizer = try translate(name, link).optimizer
      }
    }
    guard var result = optimizer else { throw GoldenUnsupported("the chain has no optimizer") }
    for transform in before.reversed() { result = preceded(result, by: transform) }
    var translation = GoldenTranslation(result)
    translation.observed = observed
    return translation
  }

  private static func gradientTransform(_ name: String, _ hyper: GoldenHyper) throws -> (any GradientTransform)? {
    switch name {
    case "optax.clip_by_global_norm": return ClipByGlobalNorm(try hyper.number("max_norm", .positive), epsilon: 0)
    case "optax.clip": return ClipByValue(try hyper.number("max_delta", .positive))
    case "optax.clip_by_block_rms":
      return ClipByTensorNorm(try hyper.number("threshold", .positive), size: .rootMeanSquare)
    case "optax.adaptive_grad_clip":
      let axis = try hyper.required("axis")
      return AdaptiveGradientClipping(
        try hyper.number("clipping", .positive), epsilon: try hyper.number("eps", .positive),
        units: axis == .null ? .lastAxis : .firstAxis)
    case "optax.scale_by_param_block_norm":
      return ScaleByParameterNorm(least: try hyper.number("min_scale"))
    case "optax.centralize": return CentralizeGradient()
    case "optax.ema":
      return GradientAverage(decay: try hyper.number("decay", .decay), debiases: try hyper.flag("debias"))
    case "optax.trace":
      return GradientTrace(momentum: try hyper.number("decay"), nesterov: try hyper.flag("nesterov"))
    case "optax.normalize_by_update_norm":
      return NormalizeGradient(scale: try hyper.number("scale_factor"), epsilon: try hyper.number("eps", .positive))
    case "optax.zero_nans": return ZeroNaNs()
    case "optax.add_decayed_weights":
      return CoupledWeightDecay(try hyper.number("weight_decay", .nonNegative), mask: mask(try hyper.mask("mask")))
    case "optax.apply_every": return ApplyEvery(try hyper.count("k", from: 1))
    default: return nil
    }
  }

  private static func updateTransform(
    _ name: String, _ hyper: GoldenHyper, on optimizer: any Optimizer
  ) throws -> any Optimizer {
    switch name {
    case "optax.keep_params_nonnegative": return nonnegative(optimizer)
    case "optax.contrib.reduce_on_plateau":
      var plateau = Plateau()
      plateau.drop = try hyper.number("factor")
      // optax drops after so many, PyTorch after one more.
      plateau.patience = try hyper.count("patience") - 1
      plateau.threshold = .relative(try hyper.number("rtol"))
      try hyper.require("atol", .number(0))
      plateau.cooldown = try hyper.count("cooldown")
      plateau.averaged = try hyper.count("accumulation_size", from: 1)
      plateau.lowest = try hyper.number("min_scale")
      return reduced(optimizer, plateau)
    default: throw GoldenUnsupported("there is no translation of \(name) after an optimizer")
    }
  }

  /// The mask of flags for tensors that are named by their number.
  static func mask(_ flags: [Bool]?) -> SegmentMask {
    guard let flags else { return .all }
    return SegmentMask { segment in Int(segment.name).map { $0 < flags.count && flags[$0] } ?? false }
  }

  private static func preceded(_ optimizer: some Optimizer, by transform: any GradientTransform) -> any Optimizer {
    func make(_ transform: some GradientTransform) -> any Optimizer { optimizer.preceded(by: transform) }
    return make(transform)
  }

  private static func nonnegative(_ optimizer: some Optimizer) -> any Optimizer { optimizer.keepingNonnegative() }

  private static func reduced(_ optimizer: some Optimizer, _ plateau: Plateau) -> any Optimizer {
    optimizer.reduced(on: plateau)
  }
}
