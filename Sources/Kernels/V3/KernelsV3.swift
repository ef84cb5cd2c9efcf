#if arch(x86_64) && GLISSADE_FAST_KERNELS
  import GlissadeKernelTemplates

  /// The kernels for x86-64-v3: AVX2, fused multiply-add and half-precision conversions.
  public func kernelsV3() -> KernelTable {
    KernelTable(
      float: ScalarKernels(FloatLanes<V3>.self, V3FloatTile.self),
      double: ScalarKernels(DoubleLanes<V3>.self, V3DoubleTile.self),
      half: ConversionKernels(
        widen: { HalfInstructions.widen($0, into: $1, count: $2) },
        narrow: { HalfInstructions.narrow($0, into: $1, count: $2) }),
      brain: ConversionKernels(
        widen: { BFloat16Conversion.widen($0, into: $1, count: $2) },
        narrow: { BFloat16Conversion.narrow($0, into: $1, count: $2) }))
  }

  private enum V3: VectorInstructions {
    @inline(__always) static func multiplyAdd(
      _ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>
    ) -> SIMD16<Float> {
      c.addingProduct(a, b)
    }
    @inline(__always) static func multiplyAdd(
      _ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>
    ) -> SIMD8<Double> {
      c.addingProduct(a, b)
    }
  }

  private enum V3FloatTile: MatrixTile {
    typealias Vector = SIMD8<Float>
    typealias Column = SIMD8<Float>
    static var rows: Int { 6 }
    @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
      c.addingProduct(a, b)
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
    @inline(__always) static func run(_ call: TileCall<Self>) { call.runUpToSixRows() }
  }

  private enum V3DoubleTile: MatrixTile {
    typealias Vector = SIMD4<Double>
    typealias Column = SIMD4<Double>
    static var rows: Int { 6 }
    @inline(__always) static func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
      c.addingProduct(a, b)
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
    @inline(__always) static func run(_ call: TileCall<Self>) { call.runUpToSixRows() }
  }
#endif
