/// The table of everything differentiable in the framework: each operation, layer and loss with each of its options.
///
/// The tests and `glissade check` go through it; a new operation joins by a line here.
public enum GradientSuite {
  /// All subjects, at points away from kinks.
  public static var subjects: [any GradientSubject] {
    elementwise + binary + reductions + shaping + products + normalization + layers + losses + compositions
      + images + activations + lossFunctions + sequences
  }

  private static var elementwise: [any GradientSubject] {
    UnaryFunction.allCases.map { function in
      let isPositive = [.squareRoot, .reciprocal, .log].contains(function)
      return OperationSubject(
        Elementwise(function, parameter: 0.125), at: [isPositive ? positive([3, 5]) : sample([3, 5])])
    } + [OperationSubject(Scale(-1.75), at: [sample([4, 3])], name: "scale")]
  }

  private static var binary: [any GradientSubject] {
    BinaryFunction.allCases.flatMap { function -> [any GradientSubject] in
      let operation = Binary(function)
      let shapes: [(String, Shape, Shape)] = [
        ("same shapes", [3, 4], [3, 4]), ("a row", [3, 4], [4]), ("a column", [3, 4], [3, 1]),
        ("a scalar", [3, 4], []), ("both repeated", [3, 1, 2], [4, 1]),
      ]
      return shapes.map { label, a, b in
        OperationSubject(operation, at: [sample(a), positive(b, seed: 2)], name: "\(function), \(label)")
      }
    }
  }

  private static var reductions: [any GradientSubject] {
    [
      OperationSubject(Reduce(.sum), at: [sample([3, 4])]),
      OperationSubject(Reduce(.sum, axis: 0), at: [sample([3, 4])], name: "sum, first axis"),
      OperationSubject(Reduce(.sum, axis: 1), at: [sample([2, 3, 4])], name: "sum, middle axis"),
      OperationSubject(Reduce(.mean), at: [sample([3, 4])]),
      OperationSubject(Reduce(.mean, axis: -1), at: [sample([3, 4])], name: "mean, last axis"),
      OperationSubject(Softmax(), at: [sample([3, 5])]),
      OperationSubject(Softmax(logarithm: true), at: [sample([3, 5])]),
    ]
  }

  private static var shaping: [any GradientSubject] {
    [
      OperationSubject(Reshape([2, -1]), at: [sample([3, 4])], name: "reshape"),
      OperationSubject(Transpose([2, 0, 1]), at: [sample([2, 3, 4])], name: "transpose"),
      OperationSubject(
        Mask(rate: 0.5, stream: RandomStream(seed: 3, purpose: .dropout, index: 0)), at: [sample([4, 5])],
        name: "dropout mask"),
    ] + ShapingProgram.allCases.map { FunctionSubject($0, at: [sample([4, 4])], name: $0.rawValue) }
  }

  private static var activations: [any GradientSubject] {
    ActivationProgram.allCases.map { FunctionSubject($0, at: [sample([2, 3, 4])], name: $0.rawValue) }
  }

  private static var lossFunctions: [any GradientSubject] {
    LossProgram.allCases.map {
      FunctionSubject($0, at: [sample([3, 4]), positive([3, 4], seed: 2, from: 1)], name: $0.rawValue)
    }
  }

  private static var products: [any GradientSubject] {
    let flags = [false, true]
    let products = flags.flatMap { first in
      flags.map { second -> any GradientSubject in
        OperationSubject(
          MatrixMultiply(transposesA: first, transposesB: second),
          at: [sample(first ? [4, 3] : [3, 4]), sample(second ? [5, 4] : [4, 5], seed: 2)],
          name: "matrix product\(first ? ", first transposed" : "")\(second ? ", second transposed" : "")")
      }
    }
    return products + [
      OperationSubject(
        MatrixMultiply(), at: [sample([2, 3, 4]), sample([2, 4, 2], seed: 2)], name: "matrix product, batched"),
      OperationSubject(
        MatrixMultiply(transposesB: true), at: [sample([2, 3, 4]), sample([2, 5, 4], seed: 2)],
        name: "matrix product, batched, second transposed"),
      OperationSubject(Affine(), at: [sample([3, 4]), sample([5, 4], seed: 2)], name: "affine, no bias"),
      OperationSubject(
        Affine(), at: [sample([2, 3, 4]), sample([5, 4], seed: 2), sample([5], seed: 3)], name: "affine"),
    ]
  }

  private static var normalization: [any GradientSubject] {
    [
      OperationSubject(
        LayerNormalize(epsilon: 1e-3), at: [sample([3, 6]), sample([6], seed: 2), sample([6], seed: 3)],
        name: "layer normalization"),
      OperationSubject(
        LayerNormalize(epsilon: 1e-3, offset: false), at: [sample([3, 18]), sample([18], seed: 2)],
        name: "layer normalization, no offset"),
      OperationSubject(
        LayerNormalize(epsilon: 1e-3, gain: false), at: [sample([2, 3, 5]), sample([5], seed: 2)],
        name: "layer normalization, no gain"),
      OperationSubject(
        LayerNormalize(epsilon: 1e-3, gain: false, offset: false), at: [sample([3, 6])],
        name: "layer normalization, plain"),
      OperationSubject(Standardize(keeping: .rows, epsilon: 1e-3), at: [sample([3, 6])], name: "standardize rows"),
      OperationSubject(
        Standardize(keeping: .axis(1), epsilon: 1e-3), at: [sample([3, 2, 4])], name: "standardize channels"),
      OperationSubject(RootMeanSquareNormalize(epsilon: 1e-3), at: [sample([3, 6])], name: "RMS normalization"),
    ]
  }

  private static var layers: [any GradientSubject] {
    let training = Pass.training(seed: 5, step: 2)
    return [
      layer(Dense(4, 3), [5, 4]), layer(Dense(4, 3, bias: false), [5, 4], name: "Dense, no bias"),
      layer(LayerNorm(6), [4, 6]), layer(ReLU(), [3, 4]), layer(LeakyReLU(slope: 0.25), [3, 4]), layer(Tanh(), [3, 4]),
      layer(Sigmoid(), [3, 4]), layer(GELU(), [3, 4]), layer(SiLU(), [3, 4]), layer(Softplus(), [3, 4]),
      layer(Dropout(0.5), [4, 6], pass: training, name: "Dropout, training"),
      layer(Dropout(0.5), [4, 6], name: "Dropout, evaluation"),
      layer(
        Sequential {
          Dense(4, 6)
          Tanh()
          Dropout(0.25)
          Dense(6, 3)
        }, [5, 4], pass: training),
      layer(LayerNorm(shape: [2, 3]), [4, 2, 3], name: "LayerNorm, two axes"),
      layer(LayerNorm(6, offset: false), [4, 6], name: "LayerNorm, no offset"),
      layer(BatchNorm(3), [4, 3, 2], pass: training, name: "BatchNorm, training"),
      layer(BatchNorm(3), [4, 3], name: "BatchNorm, evaluation"),
      layer(BatchNorm(3, affine: false, tracksStatistics: false), [4, 3], name: "BatchNorm, plain"),
      layer(GroupNorm(groups: 2, channels: 4), [3, 4, 2]),
      layer(InstanceNorm(3, affine: true, tracksStatistics: true), [2, 3, 4], pass: training),
      layer(RMSNorm(6, epsilon: 1e-3), [4, 6]), layer(LocalResponseNorm(size: 3, alpha: 0.5), [2, 5, 3]),
      layer(PReLU(3), [2, 3, 4]), layer(ELU(alpha: 0.5), [3, 4]), layer(GatedLinearUnit(.silu), [3, 4]),
      layer(Recurrent(.elman(rectified: false), 3, hidden: 4), [4, 2, 3], name: "RNN"),
      layer(Recurrent.gru(3, hidden: 2, layers: 2, batchFirst: true), [2, 3, 3], name: "GRU, two layers"),
      layer(Recurrent.lstm(3, hidden: 2), [4, 2, 3], name: "LSTM"),
      layer(Recurrent.lstm(2, hidden: 2, layers: 2, bidirectional: true), [3, 2, 2], name: "LSTM, two directions"),
      layer(
        Recurrent(.longShortTerm, 2, hidden: 2, layers: 2, bias: false, dropout: 0.5), [3, 2, 2], pass: training,
        name: "LSTM, dropout, no bias"),
      layer(TransformerBlock(width: 4, heads: 2, hidden: 6), [2, 3, 4], name: "TransformerBlock, norm first"),
      layer(
        TransformerBlock(width: 4, heads: 2, hidden: 6, isCausal: true, normalizesFirst: false, bias: false),
        [2, 3, 4], name: "TransformerBlock, norm last"),
      layer(MultiHeadAttention(width: 6, heads: 2), [2, 3, 6]),
      layer(MultiHeadAttention(width: 6, heads: 2, isCausal: true), [2, 3, 6], name: "MultiHeadAttention, causal"),
    ]
  }

  private static var losses: [any GradientSubject] {
    [
      OperationSubject(SoftmaxCrossEntropy(labels: [2, 0, 4]), at: [sample([3, 5])], name: "softmax cross-entropy"),
      OperationSubject(
        SoftmaxCrossEntropy(labels: [2, 0, 4], smoothing: 0.25), at: [sample([3, 5])],
        name: "softmax cross-entropy, smoothed"),
      OperationSubject(
        SigmoidCrossEntropy(), at: [sample([3, 4]), positive([3, 4], seed: 2)], name: "sigmoid cross-entropy"),
      FunctionSubject(BinaryCrossEntropyProgram(), at: [sample([3, 4]), positive([3, 4], seed: 2)]),
      FunctionSubject(SquaredErrorProgram(), at: [sample([3, 4]), sample([3, 4], seed: 2)]),
      FunctionSubject(AbsoluteErrorProgram(), at: [sample([3, 4]), positive([3, 4], seed: 2, from: 3)]),
      FunctionSubject(HuberProgram(delta: 1), at: [sample([3, 4]), sample([3, 4], seed: 2)], name: "Huber, δ = 1"),
      FunctionSubject(
        HuberProgram(delta: 9), at: [sample([3, 4]), positive([3, 4], seed: 2, from: 3)], name: "Huber, δ = 9"),
    ]
  }

  private static var compositions: [any GradientSubject] {
    [
      FunctionSubject(SharedSubexpressionProgram(), at: [sample([3, 3])]),
      FunctionSubject(ArithmeticProgram(), at: [sample([3, 4]), positive([4], seed: 2)]),
      layer(TiedLayers(width: 4), [3, 4]),
    ]
  }

  /// A layer at a sample.
  static func layer(
    _ layer: some Layer, _ shape: Shape, pass: Pass = .evaluation, name: String? = nil
  ) -> any GradientSubject {
    LayerSubject(layer, at: sample(shape), seed: 7, pass: pass, name: name)
  }

  /// Numbers between -2 and 2, odd multiples of 1/32: exact in every scalar type, and never zero.
  public static func sample(_ shape: Shape, seed: UInt64 = 1) -> Tensor<Double> {
    let stream = RandomStream(seed: seed, purpose: .checking, index: 0)
    return Tensor(shape, (0..<shape.count).map { Double(2 * stream.integer(at: $0, below: 64) - 63) / 32 })
  }

  /// Numbers above `from` by at most 2, odd multiples of 1/64: exact in every scalar type but at the top of BFloat16.
  public static func positive(_ shape: Shape, seed: UInt64 = 1, from: Double = 0.25) -> Tensor<Double> {
    let stream = RandomStream(seed: seed, purpose: .checking, index: 1)
    return Tensor(shape, (0..<shape.count).map { from + Double(2 * stream.integer(at: $0, below: 64) + 1) / 64 })
  }
}
