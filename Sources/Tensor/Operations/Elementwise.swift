/// y = f(x), element by element.
public struct Elementwise: Differentiable {
  /// The function.
  public let function: UnaryFunction
  /// The function's parameter, where it has one.
  public let parameter: Double

  /// The operation that applies a function to every element.
  public init(_ function: UnaryFunction, parameter: Double = 0) {
    self.function = function
    self.parameter = parameter
  }

  public var name: String { "\(function)" }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    x[0].applying(function, parameter: parameter, pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.accumulate(into: 0) { cotangent, accumulating in
      cotangent.pullBack(
        function, parameter: parameter, step.cotangent, input: step[0], output: step.output,
        accumulating: accumulating)
    }
  }
}

/// y = α x
public struct Scale: Differentiable {
  /// α
  public let factor: Double

  /// The operation that multiplies by a number.
  public init(_ factor: Double) { self.factor = factor }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    x[0].scaled(by: S.Accumulator(factor), pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    step.accumulate(into: 0) { cotangent, accumulating in
      cotangent.combine(S.Accumulator(factor), step.cotangent, accumulating ? 1 : 0)
    }
  }
}
