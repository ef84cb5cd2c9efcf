/// A random matrix with orthonormal rows (or columns, if those are fewer), times a gain (Saxe, McClelland, Ganguli 2014,
/// arXiv:1312.6120).
///
/// Axes after the first are flattened into columns. The matrix is uniform over all orthogonal ones: modified
/// Gram–Schmidt, twice, of standard normal vectors.
public struct Orthogonal: Initializer, Hashable {
  /// The factor.
  public let gain: Double

  /// An orthogonal matrix times `gain`.
  public init(gain: Double = 1) { self.gain = gain }

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    require(shape.rank >= 2, "an orthogonal matrix needs two axes, not shape \(shape)")
    let rows = shape[0]
    let columns = shape.count / max(rows, 1)
    let (vectorCount, length) = rows <= columns ? (rows, columns) : (columns, rows)
    var vectors: [[Double]] = []
    for vector in 0..<vectorCount {
      var candidate = (0..<length).map { stream.normal(at: vector * length + $0) }
      // The second pass removes what rounding left of the first.
      for _ in 0..<2 {
        for earlier in vectors {
          let overlap = zip(candidate, earlier).reduce(0) { $0 + $1.0 * $1.1 }
          for index in 0..<length { candidate[index] -= overlap * earlier[index] }
        }
      }
      let norm = candidate.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vectors.append(candidate.map { $0 / norm })
    }
    if rows <= columns { return vectors.flatMap { $0.map { gain * $0 } } }
    return (0..<rows).flatMap { row in vectors.map { gain * $0[row] } }
  }
}

extension Initializer where Self == Orthogonal {
  /// A random orthogonal matrix times a gain.
  public static func orthogonal(gain: Gain = .linear) -> Self { Orthogonal(gain: gain.value) }
}
