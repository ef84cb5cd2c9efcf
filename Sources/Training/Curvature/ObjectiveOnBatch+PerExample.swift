extension ObjectiveOnBatch {
  /// The loss of each example alone.
  public func perExampleLosses<S: Scalar>(at parameters: ParameterVector<S>) -> [S] {
    single.map { $0.value(at: parameters) }
  }

  /// The gradient of each example's loss alone, [examples, parameters].
  ///
  /// A pass for each example, so a model whose layers mix examples, such as batch normalization in training, sees each by itself.
  public func perExampleGradients<S: Scalar>(at parameters: ParameterVector<S>) -> Tensor<S> {
    Tensor([batch.count, layout.count], single.flatMap { $0.gradient(at: parameters).values.elements })
  }

  /// The empirical Fisher matrix at a point, the mean of g gᵀ over the gradients g of the examples, [parameters, parameters].
  ///
  /// It is not Fisher's matrix, whose labels the model draws (Kunstner, Balles, Hennig 2019, arXiv:1905.12558).
  public func empiricalFisher<S: Scalar>(at parameters: ParameterVector<S>) -> Tensor<S> {
    let gradients = perExampleGradients(at: parameters)
    return gradients.matrixProduct(gradients, transposed: true) * Tensor(1 / S(batch.count))
  }

  private var single: [ObjectiveOnBatch] {
    (0..<batch.count).map { part($0..<$0 + 1) }
  }
}
