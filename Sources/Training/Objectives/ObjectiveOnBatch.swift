/// An objective on fixed examples: a function of the parameters alone, with its derivatives.
public struct ObjectiveOnBatch<Base: Objective>: Sendable {
  /// The objective.
  public let base: Base
  /// The examples.
  public let batch: Batch<Base.Examples>
  /// The kind of pass in which it is evaluated.
  public let pass: Pass

  /// The layout of the parameters.
  public var layout: ParameterLayout { base.layout }

  /// The objective on some of the examples, by their positions in the batch.
  public func part(_ positions: Range<Int>) -> ObjectiveOnBatch {
    let start = batch.indices.startIndex
    let indices = batch.indices[(start + positions.lowerBound)..<(start + positions.upperBound)]
    return ObjectiveOnBatch(base: base, batch: Batch(batch.examples, indices: indices), pass: pass)
  }

  /// The value at a point.
  public func value<S: Scalar>(at parameters: ParameterVector<S>) -> S {
    let tape = Tape<S>(pass: pass)
    tape.bind(parameters.rebound(to: layout))
    return base.evaluate(batch, on: tape).loss.value.item
  }

  /// The value and the gradient at a point.
  public func valueAndGradient<S: Scalar>(at parameters: ParameterVector<S>) -> (S, ParameterVector<S>) {
    let tape = Tape<S>(pass: pass)
    tape.bind(parameters.rebound(to: layout))
    let loss = base.evaluate(batch, on: tape).loss
    var gradient = ParameterVector<S>.zeros(layout)
    tape.gradient(of: loss, into: &gradient)
    return (loss.value.item, gradient)
  }

  /// The gradient at a point.
  public func gradient<S: Scalar>(at parameters: ParameterVector<S>) -> ParameterVector<S> {
    valueAndGradient(at: parameters).1
  }

  /// The Hessian at a point times a direction, exact: the gradient's program run on dual numbers (Pearlmutter 1994,
  /// doi:10.1162/neco.1994.6.1.147).
  public func hessianVectorProduct<S: Scalar>(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    ParameterVector.tangents(of: gradient(at: parameters.withTangent(direction)))
  }
}

extension Objective {
  /// The objective on the given examples, all of them or those of the given indices, as a function of the parameters.
  public func on(_ examples: Examples, indices: [Int]? = nil) -> ObjectiveOnBatch<Self> {
    let batch = indices.map { Batch(examples, indices: $0[...]) } ?? Batch(all: examples)
    return ObjectiveOnBatch(base: self, batch: batch, pass: .evaluation)
  }
}
