extension SIMD16<Float>: Lane {
  @inlinable @inline(__always) public init(_ value: Double) { self.init(repeating: Float(value)) }
}

extension SIMD8<Double>: Lane {
  @inlinable @inline(__always) public init(_ value: Double) { self.init(repeating: value) }
}
