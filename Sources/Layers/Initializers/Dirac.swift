/// A convolution that hands its input on: 1 in the middle of the kernel from each input channel to the output channel of the
/// same number in its group, 0 elsewhere; with it a residual branch can begin as the identity (Zagoruyko, Komodakis 2017,
/// arXiv:1706.00388).
///
/// Output channels beyond the inputs of their group begin at zero. A matrix is a convolution whose kernel has one element: the
/// identity.
public struct Dirac: Initializer, Hashable {
  /// The number of groups of the convolution.
  public let groups: Int

  /// The identity in each of so many groups.
  public init(groups: Int = 1) {
    require(groups > 0, "a convolution has at least one group, not \(groups)")
    self.groups = groups
  }

  public func values(shape: Shape, stream: RandomStream) -> [Double] {
    require(
      shape.rank >= 2 && shape[0].isMultiple(of: groups),
      "a weight of shape \(shape) is no convolution in \(groups) groups")
    let kernel = (2..<shape.rank).map { shape[$0] }
    // The middle, the later one of an even size.
    let middle = kernel.reduce(0) { $0 * $1 + $1 / 2 }
    let kernelCount = kernel.reduce(1, *)
    let outputs = shape[0] / groups
    var result = [Double](repeating: 0, count: shape.count)
    for output in 0..<shape[0] where output % outputs < shape[1] {
      result[(output * shape[1] + output % outputs) * kernelCount + middle] = 1
    }
    return result
  }
}

extension Initializer where Self == Dirac {
  /// A convolution that hands its input on, or the identity matrix.
  public static func dirac(groups: Int = 1) -> Self { Dirac(groups: groups) }
}
