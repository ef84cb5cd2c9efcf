extension ObjectiveOnBatch {
  /// The Hessian at a point, [parameters, parameters].
  ///
  /// - Complexity: a Hessian-vector product for each parameter, so it is for small models.
  public func hessian<S: Scalar>(at parameters: ParameterVector<S>) -> Tensor<S> {
    matrix(parameters) { hessianVectorProduct(at: parameters, along: $0) }
  }

  /// The symmetric matrix whose product with a direction a function gives.
  func matrix<S: Scalar>(
    _ point: ParameterVector<S>, _ product: (ParameterVector<S>) -> ParameterVector<S>
  ) -> Tensor<S> {
    let count = layout.count
    var rows: [S] = []
    rows.reserveCapacity(count * count)
    for index in 0..<count {
      var direction = [S](repeating: 0, count: count)
      direction[index] = 1
      rows += product(ParameterVector(Tensor([count], direction), layout: layout)).values.elements
    }
    return Tensor([count, count], rows)
  }
}
