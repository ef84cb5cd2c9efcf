extension ObjectiveOnBatch where Base: OutputObjective {
  /// The Jacobian of the outputs by the parameters, at a point, times a direction: the outputs' program on dual numbers.
  public func jacobianProduct<S: Scalar>(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> Tensor<S> {
    let tape = Tape<Dual<S>>(pass: pass)
    tape.bind(parameters.withTangent(direction).rebound(to: layout))
    let outputs = base.outputs(batch, on: tape).value
    return Tensor(outputs.shape, outputs.elements.map(\.tangent))
  }

  /// The generalized Gauss–Newton matrix at a point times a direction, Jᵀ H J v, where H is the Hessian of the loss by the
  /// outputs.
  ///
  /// For the softmax cross-entropy and the squared error it is Fisher's matrix too. A dual pass of the model, one of the loss, and
  /// a pass back. Schraudolph 2002 (doi:10.1162/08997660260028683).
  public func gaussNewtonProduct<S: Scalar>(
    at parameters: ParameterVector<S>, along direction: ParameterVector<S>
  ) -> ParameterVector<S> {
    let tape = Tape<S>(pass: pass)
    tape.bind(parameters.rebound(to: layout))
    let outputs = base.outputs(batch, on: tape)
    let tangent = jacobianProduct(at: parameters, along: direction)
    let duals = zip(outputs.value.elements, tangent.elements).map { Dual($0, tangent: $1) }
    let lossTape = Tape<Dual<S>>(pass: pass)
    let moved = lossTape.variable(Tensor(outputs.shape, duals))
    let curved = lossTape.gradient(of: base.loss(of: moved, batch), by: [moved])[0]
    let cotangent = Tensor(outputs.shape, curved.elements.map(\.tangent))
    return vector(tape.pullBack(cotangent, from: outputs, to: layout.slots.map { tape[$0] }))
  }

  /// The generalized Gauss–Newton matrix at a point, [parameters, parameters].
  ///
  /// - Complexity: a product for each parameter, so it is for small models.
  public func gaussNewtonMatrix<S: Scalar>(at parameters: ParameterVector<S>) -> Tensor<S> {
    matrix(parameters) { gaussNewtonProduct(at: parameters, along: $0) }
  }

  private func vector<S: Scalar>(_ parts: [Tensor<S>]) -> ParameterVector<S> {
    var result = ParameterVector<S>.zeros(layout)
    for (index, part) in parts.enumerated() { result.replace(index, with: part) }
    return result
  }
}
