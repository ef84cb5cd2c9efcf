extension RandomStream {
  /// Number i, uniform over the odd multiples of 2⁻⁵³ in 0..<1: symmetric about ½, never 0 or 1.
  @inlinable @inline(__always) func openUniform(at index: Int) -> Double {
    (Double(bits(at: index) &>> 12) + 0.5) * 0x1p-52
  }

  /// Number i, normal with mean 0 and deviation 1, by the inverse of the distribution function; at most 8.21 in size.
  ///
  /// One uniform number makes one normal, hence random access, and only correctly rounded operations are used, hence
  /// the same bits on every machine.
  public func normal(at index: Int) -> Double { StandardNormal.quantile(openUniform(at: index)) }

  /// Number i, normal with this mean and deviation.
  public func normal(at index: Int, mean: Double, deviation: Double) -> Double {
    mean + deviation * normal(at: index)
  }

  /// Number i of a truncated normal distribution.
  public func normal(at index: Int, from distribution: TruncatedNormal) -> Double {
    distribution.quantile(openUniform(at: index))
  }
}
