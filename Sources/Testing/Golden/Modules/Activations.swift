import GlissadeTraining

extension GoldenModules {
  /// Activation functions.
  static let activations: [String: GoldenModule.Maker] = [
    "torch.nn.functional.relu": { _ in function { relu($0) } },
    "torch.nn.functional.leaky_relu": { hyper in
      let slope = try hyper.number("negative_slope")
      return function { leakyReLU($0, slope: slope) }
    },
    "torch.nn.functional.silu": { _ in function { silu($0) } },
    "torch.sigmoid": { _ in function { sigmoid($0) } },
    "torch.tanh": { _ in function { tanh($0) } },
    "torch.abs": { _ in function { abs($0) } },
  ]

  /// A function of one input.
  static func function(_ body: @escaping (Variable<Double>) -> Variable<Double>) -> GoldenModule {
    GoldenModule { ["output": body(try $0.variable("input"))] }
  }
}
