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
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func multiplyAdd(_ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>) -> SIMD8<Double>
  {
    #if arch(x86_64)
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
}

private enum BaselineFloatTile: MatrixTile {
  typealias Vector = SIMD4<Float>
  typealias Column = SIMD8<Float>
  static var rows: Int { 4 }
  static var takesTwoColumns: Bool { true }
  @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    #if arch(x86_64)
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func multiplyAdd(_ a: Column, _ b: Column, _ c: Column) -> Column {
    #if arch(x86_64)
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func raise(_ value: Vector, to floor: Vector) -> Vector {
    value.replacing(with: floor, where: value .< floor)
  }
  @inline(never) static func accumulate<Sums: TileSums>(
    _ sums: Sums.Type, _ call: TileCall<Self>
  ) where Sums.Tile == Self {
    sum(sums, call)
  }
  @inline(never) static func transpose(
    _ columns: StoredColumns<Element>, from k: Int, count: Int, into rows: UnsafeMutablePointer<Element>, width: Int
  ) {
    interleave(columns, from: k, count: count, into: rows, width: width)
  }
  @inline(__always) static func run(_ call: TileCall<Self>) { call.runUpToFourRows() }
}

private enum BaselineDoubleTile: MatrixTile {
  typealias Vector = SIMD2<Double>
  typealias Column = SIMD4<Double>
  static var rows: Int { 4 }
  static var takesTwoColumns: Bool { true }
  @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    #if arch(x86_64)
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func multiplyAdd(_ a: Column, _ b: Column, _ c: Column) -> Column {
    #if arch(x86_64)
      c + a * b
    #else
      c.addingProduct(a, b)
    #endif
  }
  @inline(__always) static func raise(_ value: Vector, to floor: Vector) -> Vector {
    value.replacing(with: floor, where: value .< floor)
  }
  @inline(never) static func accumulate<Sums: TileSums>(
    _ sums: Sums.Type, _ call: TileCall<Self>
  ) where Sums.Tile == Self {
    sum(sums, call)
  }
  @inline(never) static func transpose(
    _ columns: StoredColumns<Element>, from k: Int, count: Int, into rows: UnsafeMutablePointer<Element>, width: Int
  ) {
    interleave(columns, from: k, count: count, into: rows, width: width)
  }
  @inline(__always) static func run(_ call: TileCall<Self>) { call.runUpToFourRows() }
}
