extension Float: KernelScalar {
  /// The type in which sums are kept.
  public typealias Accumulator = Float
  /// The name that the command line and reports use.
  public static var name: String { "float" }
  static var kernels: SharedKernels<Float> { ActiveKernels.float }

  /// yᵢ ← xᵢ
  public static func load(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int) {
    y.update(from: x, count: count)
  }
}
