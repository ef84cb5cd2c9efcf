import GlissadeTesting

// Operations on single elements whose pullbacks are wrong in one way each.

/// A function with a pullback that may not be its own: the derivative as a function of x, y and the cotangent.
struct PulledBack: Differentiable {
  enum Mistake: String, Sendable {
    case none, sign, factor, cotangentIgnored, wrongVariable, constantAdded, kinkSide, kinkPlace, firstRowOnly
    case oneElement, divisionByZero, epsilon, tinyError, cancellation, roundedInside
  }

  let function: UnaryFunction
  let mistake: Mistake

  init(_ function: UnaryFunction, _ mistake: Mistake = .none) {
    self.function = function
    self.mistake = mistake
  }

  var name: String { "\(function), \(mistake)" }

  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0].applying(function) }

  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (x, y, g) = (step[0], step.output, step.cotangent)
    let right = g * derivative(x, y)
    step.add(spoiled(right, x: x, y: y, g: g), to: 0)
  }

  private func derivative<S: Scalar>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
    let elements = zip(x.elements, y.elements).map { function.derivative(at: $0, value: $1, parameter: 0) }
    return Tensor(x.shape, elements)
  }

  private func spoiled<S: Scalar>(_ right: Tensor<S>, x: Tensor<S>, y: Tensor<S>, g: Tensor<S>) -> Tensor<S> {
    switch mistake {
    case .none: right
    case .sign: -right
    case .factor: 0.5 * right
    case .cotangentIgnored: derivative(x, y)
    case .wrongVariable: g * derivative(y, y)
    case .constantAdded: right + 0.125
    case .kinkSide: g - right
    case .kinkPlace: right * Tensor(x.shape, x.elements.map { $0 > 1 ? 1 : 0 })
    case .firstRowOnly: right * Tensor(x.shape, x.elements.indices.map { $0 < x.shape.columns ? 1 : 0 })
    case .oneElement: right + Tensor(x.shape, x.elements.indices.map { $0 == x.count / 2 ? 0.25 : 0 })
    case .divisionByZero: right * x / x
    case .epsilon: right * (1 + 1e-5)
    case .tinyError: right * (1 + 1e-9)
    case .cancellation: (right + 1024) - 1024
    case .roundedInside: right.converted(to: BFloat16.self).converted(to: S.self)
    }
  }
}

/// y = x/√(x² + ε), whose pullback has an ε of its own.
struct Squash: Differentiable {
  let epsilon: Double
  let pullbackEpsilon: Double

  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { x[0] / sqrt(x[0] * x[0] + epsilon) }

  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let x = step[0]
    let square = x * x + pullbackEpsilon
    step.add(step.cotangent * epsilon / (square * sqrt(square)), to: 0)
  }
}

/// y = 3 x, which overwrites what other uses of x have added, unless `accumulates`.
struct Triple: Differentiable {
  let accumulates: Bool

  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { 3 * x[0] }

  func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.accumulate(into: 0) { cotangent, accumulating in
      cotangent.combine(3, step.cotangent, accumulating && accumulates ? 1 : 0)
    }
  }
}
