/// A size for each spatial axis of a window: one for all axes, written as a number, or one for each, as an array.
public enum SpatialSizes: Hashable, Sendable {
  /// The same for all axes.
  case all(Int)
  /// One for each axis, outermost first.
  case each([Int])

  /// The sizes of `rank` axes in the last places of a vector that is filled up with `filler` before them.
  ///
  /// So code for windows knows one rank only: axes that are not there have size 1.
  func resolved(rank: Int, filler: Int, atLeast least: Int, _ role: String) -> SIMD4<Int> {
    var result = SIMD4(repeating: filler)
    for axis in 0..<rank {
      switch self {
      case .all(let size): result[4 - rank + axis] = size
      case .each(let sizes):
        require(sizes.count == rank, "\(role) \(sizes) for \(rank) spatial axes")
        result[4 - rank + axis] = sizes[axis]
      }
      require(result[4 - rank + axis] >= least, "\(role) is at least \(least), not \(result[4 - rank + axis])")
    }
    return result
  }
}

extension SpatialSizes: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// The same size for all axes.
  public init(integerLiteral size: Int) { self = .all(size) }
  /// One size for each axis, outermost first.
  public init(arrayLiteral sizes: Int...) { self = .each(sizes) }
}

/// How far a window may reach beyond the edges of its input.
public enum Padding: Hashable, Sendable {
  /// As many elements on either side.
  case by(SpatialSizes)
  /// As many as keep the sizes of the input; of an odd number the larger half comes after, as in PyTorch.
  case same
}

extension Padding: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// As many elements on either side of all axes.
  public init(integerLiteral size: Int) { self = .by(.all(size)) }
  /// As many elements on either side, one number for each axis, outermost first.
  public init(arrayLiteral sizes: Int...) { self = .by(.each(sizes)) }
}
