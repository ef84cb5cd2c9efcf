/// A function of variables that can run in every scalar type: write the program in `callAsFunction`.
public protocol DifferentiableFunction: Sendable {
  /// The function's value.
  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S>
}

/// A function at given arguments.
struct FunctionSubject<Function: DifferentiableFunction>: GradientSubject {
  let function: Function
  let name: String
  let point: [NamedTensor]

  init(_ function: Function, at arguments: [Tensor<Double>], name: String? = nil) {
    self.function = function
    self.name = name ?? String(describing: Function.self)
    point = arguments.enumerated().map { NamedTensor("argument \($0.offset)", $0.element) }
  }

  func evaluate<S: Scalar>(_ values: [Tensor<S>], on tape: Tape<S>) -> (variables: [Variable<S>], output: Variable<S>) {
    let variables = values.map { tape.variable($0) }
    return (variables, function(variables))
  }
}
