/// Normal values with as many zeros in every column (Martens 2010, ICML, "Deep learning via Hessian-free optimization").
///
/// The weight is a matrix [outputs, inputs]; in each column ⌈sparsity · outputs⌉ places, drawn by themselves, are zero.
public struct Sparse: Initializer, Hashable {
  /// The share of zeros in a column, from 0 to 1.
  public let sparsity: Double
  /// The deviation of the others, by default 0.01 (PyTorch's).
  public let deviation: Double

  /// Values of which a share is zero.
  public init(sparsity: Double, deviation: Double = 0.01) {
    require((0...1).contains(sparsity), "a share of zeros lies between 0 and 1; \(sparsity) does not")
    self.sparsity = sparsity
    self.deviation = deviation
  }

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    require(shape.rank == 2, "a sparse weight is a matrix, not of shape \(shape)")
    let (rows, columns) = (shape[0], shape[1])
    var result = (0..<shape.count).map { stream.normal(at: $0, mean: 0, deviation: deviation) }
    let zeros = Int((sparsity * Double(rows)).rounded(.up))
    for column in 0..<columns {
      for row in stream.substream(column).shuffled(count: rows).prefix(zeros) { result[row * columns + column] = 0 }
    }
    return result
  }
}

extension Initializer where Self == Sparse {
  /// Normal values with as many zeros in every column.
  public static func sparse(_ sparsity: Double, deviation: Double = 0.01) -> Self {
    Sparse(sparsity: sparsity, deviation: deviation)
  }
}
