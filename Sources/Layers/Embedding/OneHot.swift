/// Tokens, given as numbers, as vectors with a 1 at the token's place: [...] to [..., classes].
public struct OneHot: Layer {
  /// The number of tokens.
  public let classes: Int

  /// Vectors for tokens from 0 to `classes` − 1.
  public init(_ classes: Int) {
    require(classes > 0, "one-hot vectors are for at least one class, not \(classes)")
    self.classes = classes
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    let shape = Shape(x.shape.sizesArray + [classes])
    var elements = [S](repeating: 0, count: shape.count)
    for (row, number) in x.value.elements.enumerated() {
      let token = Int(number.double)
      require(token >= 0 && token < classes, "token \(token) is not one of \(classes)")
      elements[row * classes + token] = 1
    }
    return x.tape.constant(Tensor(shape, elements, pool: x.tape.pool))
  }
}
