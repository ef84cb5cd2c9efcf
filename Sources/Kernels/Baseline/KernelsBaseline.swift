import GlissadeKernelTemplates

/// The kernels for any machine of the architecture: SSE2 on x86-64, NEON on arm64.
public func kernelsBaseline() -> KernelTable {
  KernelTable(
    float: ScalarKernels(FloatLanes<Baseline>.self, BaselineFloatTile.self),
    double: ScalarKernels(DoubleLanes<Baseline>.self, BaselineDoubleTile.self),
    half: ConversionKernels(
      widen: { HalfConversion.widen($0, into: $1, count: $2) },
      narrow: { HalfConversion.narrow($0, into: $1, count: $2) }),
    brain: ConversionKernels(
      widen: { BFloat16Conversion.widen($0, into: $1, count: $2) },
      narrow: { BFloat16Conversion.narrow($0, into: $1, count: $2) }))
}

// The first x86-64 has no fused multiply-add.
private enum Baseline: VectorInstructions {
  @inline(__always) static func multiplyAdd(_ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>) -> SIMD16<Float>
  {
    #if arch(x86_64)
      a * b + c
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func multiplyAdd(_ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>) -> SIMD8<Double>
  {
    #if arch(x86_64)
      a * b + c
    #else
      c.addingProduct(a, b)
    #endif
  }
}

private enum BaselineFloatTile: MatrixTile {
  typealias Vector = SIMD4<Float>
  static var rows: Int { 4 }
  @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    #if arch(x86_64)
      a * b + c
    #else
      c.addingProduct(a, b)
    #endif
  }
  // Apart from its caller, or values that the caller keeps in registers push sums out of theirs.
  @inline(never) static func accumulate(
    depth: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, strideB: Int, into target: TileTarget<Self>
  ) {
    accumulateFourRows(depth: depth, a, b, strideB: strideB, into: target)
  }
}

private enum BaselineDoubleTile: MatrixTile {
  typealias Vector = SIMD2<Double>
  static var rows: Int { 4 }
  @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    #if arch(x86_64)
      a * b + c
    #else
      c.addingProduct(a, b)
    #endif
  }
  // Apart from its caller, or values that the caller keeps in registers push sums out of theirs.
  @inline(never) static func accumulate(
    depth: Int, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, strideB: Int, into target: TileTarget<Self>
  ) {
    accumulateFourRows(depth: depth, a, b, strideB: strideB, into: target)
  }
}
