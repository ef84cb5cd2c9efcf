extension Tensor {
  /// The Euclidean norm √Σ xᵢ² of all elements, without overflow in between.
  public var euclideanNorm: S.Accumulator { computeNorm() }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  private func computeNorm() -> S.Accumulator {
    let squares = reduced(.sumOfSquares)
    // Squares of small numbers vanish and of large ones overflow: then the sum is taken again, scaled by the largest.
    let smallest = S.Accumulator.leastNormalMagnitude / S.Accumulator.ulpOfOne
    if squares.isFinite && squares > smallest { return squares.squareRoot() }
    let elements = elements.map(\.accumulator)
    var largest: S.Accumulator = 0
    for element in elements { largest = element.magnitude > largest || element.isNaN ? element.magnitude : largest }
    guard largest > 0, largest.isFinite else { return largest }
    return largest * elements.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}
