// Programs of the suite that are not one operation or layer.

struct BinaryCrossEntropyProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { binaryCrossEntropy(x[0], targets: x[1]) }
}

struct SquaredErrorProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { meanSquaredError(x[0], targets: x[1]) }
}

struct AbsoluteErrorProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { meanAbsoluteError(x[0], targets: x[1]) }
}

struct HuberProgram: DifferentiableFunction {
  let delta: Double
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> { huberLoss(x[0], targets: x[1], delta: delta) }
}

/// One value used four times, so that cotangents must add up.
struct SharedSubexpressionProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    let shared = tanh(x[0])
    return shared * shared + shared.matrixProduct(shared) + sigmoid(shared)
  }
}

/// All operators, with numbers on either side.
struct ArithmeticProgram: DifferentiableFunction {
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    let sum = 2.0 + x[0] - 0.5
    let quotient = (1.0 / x[1] + sum * 0.75) / 2.0
    return -(3.0 - quotient) * (0.5 * x[1])
  }
}

/// Two layers on one weight.
struct TiedLayers: Layer {
  let first: Dense
  let second: Dense

  init(width: Int) {
    first = Dense(width, width)
    second = Dense(weight: first.weight)
  }

  func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> { second(tanh(first(x))) }
}
