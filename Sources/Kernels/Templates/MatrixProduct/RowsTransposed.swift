/// The sums of a row's product with a matrix that is stored transposed, so that each column's elements are neighbors.
///
/// A vector of columns is summed at a time: 16 bytes of each are transposed in registers, which makes one vector for each
/// k. A whole line of each is used up before the next columns', for lines a power of two apart displace one
/// another; and the chains of several such groups run at the same time.
@usableFromInline enum RowsTransposed<Tile: MatrixTile> {
  @usableFromInline typealias Column = Tile.Column
  @usableFromInline typealias Input = UnsafePointer<Tile.Element>

  /// Products along the depth in 16 bytes.
  @_alwaysEmitIntoClient @inline(__always) static var step: Int { 16 / MemoryLayout<Tile.Element>.stride }

  /// Adds `depth` products to each of `width` sums.
  @_alwaysEmitIntoClient @inline(__always)
  static func add(
    _ b: Input, stride: Int, _ factors: Input, depth: Int, width: Int, _ scratch: RowScratch<Tile>
  ) {
    let lanes = Column.scalarCount
    var k = 0
    while k < depth {
      let count = lesser(4 &* step, depth &- k)
      var column = 0
      while column &+ lanes <= width {
        add(b + (column &* stride &+ k), stride: stride, factors + k, count: count, to: scratch.sums + column)
        column &+= lanes
      }
      if column < width {
        add(b + ((width &- lanes) &* stride &+ k), stride: stride, factors + k, count: count, to: scratch.last)
      }
      k &+= count
    }
    scratch.takeLast(width % lanes, of: lanes, width: width)
  }

  /// Adds up to a cache line of products to each of a vector of sums.
  @_alwaysEmitIntoClient @inline(__always)
  static func add(
    _ b: Input, stride: Int, _ factors: Input, count: Int, to place: UnsafeMutablePointer<Tile.Element>
  ) {
    var sum = UnsafeRawPointer(place).loadUnaligned(as: Column.self)
    if count == 4 &* step {
      sum = Tile.addTransposed(b, stride: stride, factors, sum)
      sum = Tile.addTransposed(b + step, stride: stride, factors + step, sum)
      sum = Tile.addTransposed(b + 2 &* step, stride: stride, factors + 2 &* step, sum)
      sum = Tile.addTransposed(b + 3 &* step, stride: stride, factors + 3 &* step, sum)
    } else {
      var k = 0
      while k < count {
        var column = Column(repeating: 0)
        var i = 0
        while i < Column.scalarCount {
          column[i] = b[i &* stride &+ k]
          i &+= 1
        }
        sum = Tile.multiplyAdd(Column(repeating: factors[k]), column, sum)
        k &+= 1
      }
    }
    UnsafeMutableRawPointer(place).storeBytes(of: sum, as: Column.self)
  }

  /// 16 bytes from either place, side by side.
  ///
  /// As integers: the compiler would look through the vector for its Floats, and take each transposition apart.
  @_alwaysEmitIntoClient @inline(__always) static func pair(_ low: Input, _ high: Input) -> SIMD4<UInt64> {
    typealias Half = SIMD2<UInt64>
    return unsafeBitCast(
      (UnsafeRawPointer(low).loadUnaligned(as: Half.self), UnsafeRawPointer(high).loadUnaligned(as: Half.self)),
      to: SIMD4<UInt64>.self)
  }
}

extension MatrixTile where Column == SIMD16<Float> {
  /// Four products for each of sixteen columns.
  @_alwaysEmitIntoClient @inline(__always)
  public static func addTransposed(
    _ source: UnsafePointer<Float>, stride: Int, _ factors: UnsafePointer<Float>, _ sum: Column
  ) -> Column {
    let rows0 = fourth(source, stride: stride)
    let rows1 = fourth(source + stride, stride: stride)
    let rows2 = fourth(source + 2 &* stride, stride: stride)
    let rows3 = fourth(source + 3 &* stride, stride: stride)
    let (low0, high0) = zipped(rows0, rows1)
    let (low1, high1) = zipped(rows2, rows3)
    let (column0, column1) = zippedPairs(low0, low1)
    let (column2, column3) = zippedPairs(high0, high1)
    var sum = multiplyAdd(Column(repeating: factors[0]), column0, sum)
    sum = multiplyAdd(Column(repeating: factors[1]), column1, sum)
    sum = multiplyAdd(Column(repeating: factors[2]), column2, sum)
    return multiplyAdd(Column(repeating: factors[3]), column3, sum)
  }

  /// 16 bytes of every fourth of sixteen columns.
  @_alwaysEmitIntoClient @inline(__always)
  static func fourth(_ source: UnsafePointer<Float>, stride: Int) -> Column {
    let low = RowsTransposed<Self>.pair(source, source + 4 &* stride)
    let high = RowsTransposed<Self>.pair(source + 8 &* stride, source + 12 &* stride)
    return unsafeBitCast(SIMD8<UInt64>(lowHalf: low, highHalf: high), to: Column.self)
  }

  /// In each quarter, elements of a and b in turn: those of the first two, and those of the last two.
  @_alwaysEmitIntoClient @inline(__always)
  static func zipped(_ a: Column, _ b: Column) -> (low: Column, high: Column) {
    (
      Column(
        a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5], a[8], b[8], a[9], b[9], a[12], b[12], a[13], b[13]),
      Column(
        a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7], a[10], b[10], a[11], b[11], a[14], b[14], a[15], b[15])
    )
  }

  /// In each quarter, the first two elements of a and b, and the last two.
  @_alwaysEmitIntoClient @inline(__always)
  static func zippedPairs(_ a: Column, _ b: Column) -> (low: Column, high: Column) {
    let (a, b) = (unsafeBitCast(a, to: SIMD8<UInt64>.self), unsafeBitCast(b, to: SIMD8<UInt64>.self))
    let low = zippedPairs(a.lowHalf, b.lowHalf)
    let high = zippedPairs(a.highHalf, b.highHalf)
    return (
      unsafeBitCast(SIMD8(lowHalf: low.0, highHalf: high.0), to: Column.self),
      unsafeBitCast(SIMD8(lowHalf: low.1, highHalf: high.1), to: Column.self)
    )
  }

  // Of halves: the compiler makes one instruction of both, but several of the whole.
  @_alwaysEmitIntoClient @inline(__always)
  static func zippedPairs(_ a: SIMD4<UInt64>, _ b: SIMD4<UInt64>) -> (SIMD4<UInt64>, SIMD4<UInt64>) {
    (SIMD4(a[0], b[0], a[2], b[2]), SIMD4(a[1], b[1], a[3], b[3]))
  }
}

extension MatrixTile where Column == SIMD8<Float> {
  /// Four products for each of eight columns.
  @_alwaysEmitIntoClient @inline(__always)
  public static func addTransposed(
    _ source: UnsafePointer<Float>, stride: Int, _ factors: UnsafePointer<Float>, _ sum: Column
  ) -> Column {
    typealias Rows = RowsTransposed<Self>
    let other = source + 4 &* stride
    let rows0 = unsafeBitCast(Rows.pair(source, other), to: Column.self)
    let rows1 = unsafeBitCast(Rows.pair(source + stride, other + stride), to: Column.self)
    let rows2 = unsafeBitCast(Rows.pair(source + 2 &* stride, other + 2 &* stride), to: Column.self)
    let rows3 = unsafeBitCast(Rows.pair(source + 3 &* stride, other + 3 &* stride), to: Column.self)
    let (low0, high0) = zipped(rows0, rows1)
    let (low1, high1) = zipped(rows2, rows3)
    let (column0, column1) = zippedPairs(low0, low1)
    let (column2, column3) = zippedPairs(high0, high1)
    var sum = multiplyAdd(Column(repeating: factors[0]), column0, sum)
    sum = multiplyAdd(Column(repeating: factors[1]), column1, sum)
    sum = multiplyAdd(Column(repeating: factors[2]), column2, sum)
    return multiplyAdd(Column(repeating: factors[3]), column3, sum)
  }

  /// In either half, elements of a and b in turn: those of the first two, and those of the last two.
  @_alwaysEmitIntoClient @inline(__always)
  static func zipped(_ a: Column, _ b: Column) -> (low: Column, high: Column) {
    (
      Column(a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5]), Column(a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7])
    )
  }

  /// In either half, the first two elements of a and b, and the last two.
  @_alwaysEmitIntoClient @inline(__always)
  static func zippedPairs(_ a: Column, _ b: Column) -> (low: Column, high: Column) {
    typealias Pairs = SIMD4<UInt64>
    let (a, b) = (unsafeBitCast(a, to: Pairs.self), unsafeBitCast(b, to: Pairs.self))
    return (
      unsafeBitCast(Pairs(a[0], b[0], a[2], b[2]), to: Column.self),
      unsafeBitCast(Pairs(a[1], b[1], a[3], b[3]), to: Column.self)
    )
  }
}

extension MatrixTile where Column == SIMD4<Double> {
  /// Two products for each of four columns.
  @_alwaysEmitIntoClient @inline(__always)
  public static func addTransposed(
    _ source: UnsafePointer<Double>, stride: Int, _ factors: UnsafePointer<Double>, _ sum: Column
  ) -> Column {
    typealias Rows = RowsTransposed<Self>
    let other = source + 2 &* stride
    let a = unsafeBitCast(Rows.pair(source, other), to: Column.self)
    let b = unsafeBitCast(Rows.pair(source + stride, other + stride), to: Column.self)
    let first = multiplyAdd(Column(repeating: factors[0]), Column(a[0], b[0], a[2], b[2]), sum)
    return multiplyAdd(Column(repeating: factors[1]), Column(a[1], b[1], a[3], b[3]), first)
  }
}
