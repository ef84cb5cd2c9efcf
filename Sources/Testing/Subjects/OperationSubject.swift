/// One operation at given arguments.
struct OperationSubject<Operation: Differentiable>: GradientSubject {
  let operation: Operation
  let name: String
  let point: [NamedTensor]

  init(_ operation: Operation, at arguments: [Tensor<Double>], name: String? = nil) {
    self.operation = operation
    self.name = name ?? operation.name
    point = arguments.enumerated().map { NamedTensor("argument \($0.offset)", $0.element) }
  }

  func evaluate<S: Scalar>(_ values: [Tensor<S>], on tape: Tape<S>) -> (variables: [Variable<S>], output: Variable<S>) {
    let variables = values.map { tape.variable($0) }
    // Twice, with other weights: a pullback that overwrites a cotangent instead of adding to it is found out.
    let first = Variable.applying(operation, to: variables)
    return (variables, first + 0.5 * Variable.applying(operation, to: variables))
  }
}
