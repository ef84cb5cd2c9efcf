extension Double: KernelScalar {
  /// The type in which sums are kept.
  public typealias Accumulator = Double
  /// The name that the command line and reports use.
  public static var name: String { "double" }
  static var kernels: SharedKernels<Double> { ActiveKernels.double }
}
