import GlissadeTraining

extension GoldenModules {
  /// Activation functions.
  static let activations: [String: GoldenModule.Maker] = [
    "torch.nn.functional.relu": { _ in function { relu($0) } },
    "torch.nn.functional.relu6": { _ in function { relu6($0) } },
    "torch.nn.functional.leaky_relu": { hyper in
      let slope = try hyper.optionalNumber("negative_slope") ?? 0.01
      return function { leakyReLU($0, slope: slope) }
    },
    "torch.nn.functional.elu": { hyper in
      let alpha = try hyper.optionalNumber("alpha") ?? 1
      return function { elu($0, alpha: alpha) }
    },
    "torch.nn.functional.celu": { hyper in
      let alpha = try hyper.number("alpha")
      return function { celu($0, alpha: alpha) }
    },
    "torch.nn.functional.selu": { _ in function { selu($0) } },
    "torch.nn.functional.gelu": { hyper in
      let approximate = hyper.value("approximate") == .text("tanh")
      return function { approximate ? geluTanh($0) : gelu($0) }
    },
    "torch.nn.functional.silu": { _ in function { silu($0) } },
    "torch.nn.functional.mish": { _ in function { mish($0) } },
    "torch.nn.functional.softplus": { hyper in
      let beta = try hyper.optionalNumber("beta") ?? 1
      let threshold = try hyper.optionalNumber("threshold") ?? 20
      return function { softplus($0, beta: beta, threshold: threshold) }
    },
    "torch.nn.functional.softsign": { _ in function { softsign($0) } },
    "torch.nn.functional.hardtanh": { hyper in
      let low = try hyper.optionalNumber("min_val") ?? -1
      let high = try hyper.optionalNumber("max_val") ?? 1
      return function { hardTanh($0, from: low, to: high) }
    },
    "torch.nn.functional.hardswish": { _ in function { hardSwish($0) } },
    "torch.nn.functional.hardsigmoid": { _ in
      // PyTorch's backward pass multiplies by the Float nearest to 1/6, in Double too.
      let factor = 6 * Double(Float(1) / 6)
      return function { x in
        let y = hardSigmoid(x)
        return factor * y + (1 - factor) * y.stopGradient()
      }
    },
    "torch.sigmoid": { _ in function { sigmoid($0) } },
    "torch.nn.functional.logsigmoid": { _ in function { logSigmoid($0) } },
    "torch.tanh": { _ in function { tanh($0) } },
    "torch.nn.functional.tanhshrink": { _ in function { tanhShrink($0) } },
    "torch.nn.functional.softshrink": { hyper in
      let lambda = try hyper.number("lambd")
      return function { softShrink($0, lambda: lambda) }
    },
    "torch.nn.functional.hardshrink": { hyper in
      let lambda = try hyper.number("lambd")
      return function { hardShrink($0, lambda: lambda) }
    },
    "torch.nn.functional.threshold": { hyper in
      let (bound, value) = (try hyper.number("threshold"), try hyper.number("value"))
      return function { threshold($0, bound, value: value) }
    },
    "torch.abs": { _ in function { abs($0) } },
    "torch.nn.functional.softmax": { try alongAxis($0) { softmax($0, axis: $1) } },
    "torch.nn.functional.log_softmax": { try alongAxis($0) { logSoftmax($0, axis: $1) } },
    "torch.nn.functional.glu": { try alongAxis($0) { glu($0, axis: $1) } },
    "torch.logsumexp": { try alongAxis($0) { logSumExp($0, axis: $1) } },
    "torch.nn.functional.normalize": { hyper in
      try hyper.require("p", .number(2))
      let epsilon = try hyper.number("eps")
      return try alongAxis(hyper) { normalize($0, axis: $1, epsilon: epsilon) }
    },
    "torch.nn.functional.cosine_similarity": { hyper in
      let (axis, epsilon) = (try hyper.count("dim", from: -6), try hyper.number("eps"))
      return GoldenModule {
        ["output": cosineSimilarity(try $0.variable("x1"), try $0.variable("x2"), axis: axis, epsilon: epsilon)]
      }
    },
    "torch.nn.PReLU": { hyper in
      let layer = PReLU(try hyper.count("num_parameters"), initialSlope: try hyper.number("init"))
      return GoldenModule(layer)
    },
  ]

  /// A function of one input.
  static func function(_ body: @escaping (Variable<Double>) -> Variable<Double>) -> GoldenModule {
    GoldenModule { ["output": body(try $0.variable("input"))] }
  }

  /// A function of one input along an axis.
  private static func alongAxis(
    _ hyper: GoldenHyper, _ body: @escaping (Variable<Double>, Int) -> Variable<Double>
  ) throws -> GoldenModule {
    let axis = try hyper.count("dim", from: -6)
    return function { body($0, axis) }
  }
}
