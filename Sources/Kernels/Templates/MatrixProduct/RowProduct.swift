/// A product of a row and a matrix, or of a matrix and a column, which is such a product of the transposed matrix.
public struct RowProduct: Sendable {
  /// Elements of the result.
  public var columns: Int
  /// The number of products summed for each.
  public var depth: Int
  /// Whether the matrix is stored transposed: a row of it for each element of the result.
  public var transposesB: Bool
  /// Elements from one stored row of the matrix to the next.
  public var strideB: Int
  /// Whether it is A that is the matrix.
  public var isMirrored: Bool
  /// Elements from one of the vector's, of C's and of the bias's to the next.
  public var strides: (a: Int, c: Int, bias: Int)

  /// Nil where the product is not of this kind, or has fewer columns than vectors have lanes: tiles compute it.
  @_alwaysEmitIntoClient @inline(__always) public init?(_ product: MatrixProduct) {
    depth = product.depth
    isMirrored = product.rows != 1
    if product.rows == 1 {
      columns = product.columns
      transposesB = product.transposesB
      strideB = product.strideB
      strides = (product.transposesA ? product.strideA : 1, 1, 1)
    } else if product.columns == 1 {
      columns = product.rows
      transposesB = !product.transposesA
      strideB = product.strideA
      strides = (product.transposesB ? 1 : product.strideB, product.strideC, 0)
    } else {
      return nil
    }
    if columns < 16 { return nil }
  }
}

/// The kernel of a `RowProduct`, which reads the matrix once, in the order in which it is stored.
///
/// Sums wait in memory between turns, in the nearest cache. Each is the same chain as a tile's, and ends in the same way:
/// a row has the same bits as in a product of many.
public enum RowKernel<Tile: MatrixTile> {
  /// The element type.
  public typealias Element = Tile.Element
  @usableFromInline typealias Vector = Tile.Vector
  @usableFromInline typealias Input = UnsafePointer<Element>
  @usableFromInline typealias Output = UnsafeMutablePointer<Element>

  @_alwaysEmitIntoClient @inline(__always) static var lanes: Int { Vector.scalarCount }
  // Long pieces of stored rows are read fastest. Of a transposed matrix so many rows are read side by side.
  @_alwaysEmitIntoClient @inline(__always) static var widest: Int { 4096 }
  @_alwaysEmitIntoClient @inline(__always) static var widestTransposed: Int { 32 }

  /// Bytes of scratch memory of a thread, aligned to 64.
  @_alwaysEmitIntoClient @inline(__always) public static var scratchBytes: Int {
    RowScratch<Tile>.count &* MemoryLayout<Element>.stride
  }

  /// Columns from one to before another: c ← α a op(B) + β c, with what the epilogue says.
  @_alwaysEmitIntoClient @inline(__always)
  public static func multiply(
    _ row: RowProduct, from first: Int, to end: Int, _ alpha: Double, _ a: UnsafePointer<Element>,
    _ b: UnsafePointer<Element>, _ beta: Double, into c: UnsafeMutablePointer<Element>,
    _ epilogue: ProductEpilogue<Element>, scratch: UnsafeMutableRawPointer
  ) {
    let scratch = RowScratch<Tile>(scratch)
    let widest = row.transposesB ? widestTransposed : widest
    var column = first
    while column < end {
      let width = lesser(widest, end &- column)
      var k = 0
      while k < row.depth {
        let depth = lesser(BlockedProduct<Tile>.depthBlock, row.depth &- k)
        let factors = scratch.factors(a + k &* row.strides.a, stride: row.strides.a, count: depth)
        scratch.clearSums(width)
        if row.transposesB {
          RowsTransposed<Tile>.add(
            b + (column &* row.strideB &+ k), stride: row.strideB, factors, depth: depth, width: width, scratch)
        } else {
          add(b + (k &* row.strideB &+ column), stride: row.strideB, factors, depth: depth, width: width, scratch)
        }
        finish(row, column: column, width: width, k: k, depth: depth, alpha, beta, c, epilogue, scratch)
        k &+= depth
      }
      column &+= width
    }
  }

  /// Adds rows of the matrix, each times its factor, eight at a time.
  @_alwaysEmitIntoClient @inline(__always)
  static func add(
    _ b: Input, stride: Int, _ factors: Input, depth: Int, width: Int, _ scratch: RowScratch<Tile>
  ) {
    var k = 0
    while k &+ 8 <= depth {
      let eight = EightFactors<Tile>(factors + k)
      let row = b + k &* stride
      var column = 0
      while column &+ 2 &* lanes <= width {
        let place = scratch.sums + column
        let sums = (
          eight.add(load(Input(place)), row + column, stride: stride),
          eight.add(load(Input(place + lanes)), row + (column &+ lanes), stride: stride)
        )
        store(sums.0, place)
        store(sums.1, place + lanes)
        column &+= 2 &* lanes
      }
      if column &+ lanes <= width {
        let place = scratch.sums + column
        store(eight.add(load(Input(place)), row + column, stride: stride), place)
        column &+= lanes
      }
      if column < width {
        store(eight.add(load(Input(scratch.last)), row + (width &- lanes), stride: stride), scratch.last)
      }
      k &+= 8
    }
    while k < depth {
      let factor = Vector(repeating: factors[k])
      let row = b + k &* stride
      var column = 0
      while column &+ lanes <= width {
        let place = scratch.sums + column
        store(Tile.multiplyAdd(factor, load(row + column), load(Input(place))), place)
        column &+= lanes
      }
      if column < width {
        store(Tile.multiplyAdd(factor, load(row + (width &- lanes)), load(Input(scratch.last))), scratch.last)
      }
      k &+= 1
    }
    scratch.takeLast(width % lanes, of: lanes, width: width)
  }

  /// The arithmetic of `TileTarget` on the sums.
  @_alwaysEmitIntoClient @inline(__always)
  static func finish(
    _ row: RowProduct, column: Int, width: Int, k: Int, depth: Int, _ alpha: Double, _ beta: Double, _ c: Output,
    _ epilogue: ProductEpilogue<Element>, _ scratch: RowScratch<Tile>
  ) {
    let c = c + column &* row.strides.c
    // What β multiplies, and how far apart its elements are: C, a bias, or one value, which a vector repeats.
    var old = Input(c)
    var step = row.strides.c
    if k == 0 {
      if let bias = epilogue.bias, row.strides.bias > 0 {
        old = bias + column &* row.strides.bias
        step = row.strides.bias
      } else if epilogue.bias != nil || beta == 0 {
        store(Vector(repeating: epilogue.bias.map { $0[0] } ?? 0), scratch.old)
        old = Input(scratch.old)
        step = 0
      }
    }
    let factors = scratch.scales
    factors[0] = Element(alpha)
    factors[1] = k > 0 || epilogue.bias != nil ? 1 : Element(beta)
    factors[2] = epilogue.rectifies && k &+ depth == row.depth ? 0 : -.infinity
    func target(_ column: Int) -> TileTarget<Tile> {
      TileTarget<Tile>(
        c: c + column &* row.strides.c, stride: row.strides.c, old: old + column &* step, oldStride: step,
        factors: Input(factors))
    }
    var done = 0
    if row.strides.c == 1 {
      while done &+ lanes <= width {
        target(done).finish(load(Input(scratch.sums + done)))
        done &+= lanes
      }
    }
    while done < width {
      target(done).finish(scratch.sums[done])
      done &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always) static func load(_ source: Input) -> Vector {
    UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  }
  @_alwaysEmitIntoClient @inline(__always) static func store(_ vector: Vector, _ target: Output) {
    UnsafeMutableRawPointer(target).storeBytes(of: vector, as: Vector.self)
  }
}

/// Eight factors, each in all lanes of a register.
@usableFromInline struct EightFactors<Tile: MatrixTile> {
  @usableFromInline let factors:
    (
      Tile.Vector, Tile.Vector, Tile.Vector, Tile.Vector, Tile.Vector, Tile.Vector, Tile.Vector, Tile.Vector
    )

  @_alwaysEmitIntoClient @inline(__always) init(_ source: UnsafePointer<Tile.Element>) {
    factors = (
      Tile.Vector(repeating: source[0]), Tile.Vector(repeating: source[1]), Tile.Vector(repeating: source[2]),
      Tile.Vector(repeating: source[3]), Tile.Vector(repeating: source[4]), Tile.Vector(repeating: source[5]),
      Tile.Vector(repeating: source[6]), Tile.Vector(repeating: source[7])
    )
  }

  /// Adds a vector of each of eight rows, in order, times the row's factor.
  @_alwaysEmitIntoClient @inline(__always)
  func add(_ sum: Tile.Vector, _ source: UnsafePointer<Tile.Element>, stride: Int) -> Tile.Vector {
    var sum = sum
    sum = Tile.multiplyAdd(factors.0, RowKernel<Tile>.load(source), sum)
    sum = Tile.multiplyAdd(factors.1, RowKernel<Tile>.load(source + stride), sum)
    sum = Tile.multiplyAdd(factors.2, RowKernel<Tile>.load(source + 2 &* stride), sum)
    sum = Tile.multiplyAdd(factors.3, RowKernel<Tile>.load(source + 3 &* stride), sum)
    sum = Tile.multiplyAdd(factors.4, RowKernel<Tile>.load(source + 4 &* stride), sum)
    sum = Tile.multiplyAdd(factors.5, RowKernel<Tile>.load(source + 5 &* stride), sum)
    sum = Tile.multiplyAdd(factors.6, RowKernel<Tile>.load(source + 6 &* stride), sum)
    return Tile.multiplyAdd(factors.7, RowKernel<Tile>.load(source + 7 &* stride), sum)
  }
}
