extension Tensor {
  /// Whether no element is infinite or NaN.
  public var isFinite: Bool { reduced(.sumOfMagnitudes).isFinite || elements.allSatisfy(\.isFinite) }

  /// √Σ xᵢ², without overflow or underflow in between, in the accumulator's type.
  public var euclideanNorm: S.Accumulator { computeNorm() }

  /// The largest |xᵢ|, 0 of none; NaN if an element is NaN.
  public var largestMagnitude: S.Accumulator { count == 0 ? 0 : applying(.absolute).reduced(.maximum) }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  private func computeNorm() -> S.Accumulator {
    let squares = reduced(.sumOfSquares)
    // Squares of small numbers vanish and of large ones overflow: then the sum is taken again, scaled by the largest.
    let smallest = S.Accumulator.leastNormalMagnitude / S.Accumulator.ulpOfOne
    if squares.isFinite && squares > smallest { return squares.squareRoot() }
    let largest = largestMagnitude
    guard largest > 0, largest.isFinite else { return largest }
    return largest
      * elements.reduce(0) { $0 + ($1.accumulator / largest) * ($1.accumulator / largest) }.squareRoot()
  }
}
