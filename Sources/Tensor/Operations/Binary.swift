/// y = f(a, b), element by element, on shapes that broadcast.
public struct Binary: Differentiable {
  /// The function.
  public let function: BinaryFunction

  /// The operation that applies a function of two elements.
  public init(_ function: BinaryFunction) { self.function = function }

  public var name: String { "\(function)" }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    Tensor.apply(function, x[0], x[1], pool: x.pool)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func pullback<S: Scalar>(_ step: Pullback<S>) {
    let g = step.cotangent
    switch function {
    case .add:
      step.addReduced(g, to: 0)
      step.addReduced(g, to: 1)
    case .subtract:
      step.addReduced(g, to: 0)
      if step.needs(1) { step.addReduced(-g, to: 1) }
    case .multiply:
      if step.needs(0) { step.addReduced(g * step[1], to: 0) }
      if step.needs(1) { step.addReduced(g * step[0], to: 1) }
    case .divide:
      if step.needs(0) { step.addReduced(g / step[1], to: 0) }
      if step.needs(1) { step.addReduced(-(g * step.output) / step[1], to: 1) }
    case .maximum, .minimum:
      // The second operand is the result where it exceeds the first; of equal ones the first gets the cotangent.
      let excess = function == .maximum ? step[1] - step[0] : step[0] - step[1]
      var toSecond = Tensor<S>(uninitialized: g.shape, pool: g.pool)
      toSecond.pullBack(.relu, parameter: 0, g, input: excess, output: excess, accumulating: false)
      step.addReduced(toSecond, to: 1)
      if step.needs(0) { step.addReduced(g - toSecond, to: 0) }
    }
  }
}

extension Pullback {
  /// Adds to an argument's cotangent, summed over the axes along which the argument was broadcast.
  func addReduced(_ term: Tensor<S>, to index: Int) {
    guard needs(index) else { return }
    add(term.summed(to: self[index].shape), to: index)
  }
}
