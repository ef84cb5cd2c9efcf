/// Elements of rows as columns: four neighbors from each of as many rows as a column has lanes, transposed in registers.
extension MatrixTile {
  /// Elements in a line of the caches.
  @_alwaysEmitIntoClient @inline(__always) static var elementsInLine: Int { 64 / MemoryLayout<Element>.stride }

  /// 16 bytes from either place, side by side.
  ///
  /// As integers: the compiler would look through the vector for its elements, and take each transposition apart.
  @_alwaysEmitIntoClient @inline(__always)
  static func pair(_ low: UnsafePointer<Element>, _ high: UnsafePointer<Element>) -> SIMD4<UInt64> {
    typealias Half = SIMD2<UInt64>
    return unsafeBitCast(
      (UnsafeRawPointer(low).loadUnaligned(as: Half.self), UnsafeRawPointer(high).loadUnaligned(as: Half.self)),
      to: SIMD4<UInt64>.self)
  }

  /// 16 bytes from each of four places, `stride` apart.
  @_alwaysEmitIntoClient @inline(__always)
  static func four(_ source: UnsafePointer<Element>, stride: Int) -> SIMD8<UInt64> {
    SIMD8(
      lowHalf: pair(source, source + stride), highHalf: pair(source + 2 &* stride, source + 3 &* stride))
  }

  /// Of each two elements, the first of a and of b; and the second.
  @_alwaysEmitIntoClient @inline(__always)
  static func zipped(_ a: SIMD4<UInt64>, _ b: SIMD4<UInt64>) -> (low: SIMD4<UInt64>, high: SIMD4<UInt64>) {
    (SIMD4(a[0], b[0], a[2], b[2]), SIMD4(a[1], b[1], a[3], b[3]))
  }

  // Of halves: the compiler makes one instruction of both, but several of the whole.
  @_alwaysEmitIntoClient @inline(__always)
  static func zipped(_ a: SIMD8<UInt64>, _ b: SIMD8<UInt64>) -> (low: SIMD8<UInt64>, high: SIMD8<UInt64>) {
    let low = zipped(a.lowHalf, b.lowHalf)
    let high = zipped(a.highHalf, b.highHalf)
    return (SIMD8(lowHalf: low.low, highHalf: high.low), SIMD8(lowHalf: low.high, highHalf: high.high))
  }
}

extension MatrixTile where Column == SIMD16<Float> {
  @_alwaysEmitIntoClient @inline(__always)
  public static func transposed(
    _ source: UnsafePointer<Element>, stride: Int
  ) -> (Column, Column, Column, Column) {
    func fourth(_ row: Int) -> Column {
      unsafeBitCast(four(source + row &* stride, stride: 4 &* stride), to: Column.self)
    }
    let (low0, high0) = zipped(fourth(0), fourth(1))
    let (low1, high1) = zipped(fourth(2), fourth(3))
    let (column0, column1) = zippedPairs(low0, low1)
    let (column2, column3) = zippedPairs(high0, high1)
    return (column0, column1, column2, column3)
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
    typealias Pairs = SIMD8<UInt64>
    let pairs = zipped(unsafeBitCast(a, to: Pairs.self), unsafeBitCast(b, to: Pairs.self))
    return (unsafeBitCast(pairs.low, to: Column.self), unsafeBitCast(pairs.high, to: Column.self))
  }
}

extension MatrixTile where Column == SIMD8<Float> {
  @_alwaysEmitIntoClient @inline(__always)
  public static func transposed(
    _ source: UnsafePointer<Element>, stride: Int
  ) -> (Column, Column, Column, Column) {
    func fourth(_ row: Int) -> Column {
      unsafeBitCast(pair(source + row &* stride, source + (row &+ 4) &* stride), to: Column.self)
    }
    let (low0, high0) = zipped(fourth(0), fourth(1))
    let (low1, high1) = zipped(fourth(2), fourth(3))
    let (column0, column1) = zippedPairs(low0, low1)
    let (column2, column3) = zippedPairs(high0, high1)
    return (column0, column1, column2, column3)
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
    let pairs = zipped(unsafeBitCast(a, to: Pairs.self), unsafeBitCast(b, to: Pairs.self))
    return (unsafeBitCast(pairs.low, to: Column.self), unsafeBitCast(pairs.high, to: Column.self))
  }
}

extension MatrixTile where Column == SIMD8<Double> {
  @_alwaysEmitIntoClient @inline(__always)
  public static func transposed(
    _ source: UnsafePointer<Element>, stride: Int
  ) -> (Column, Column, Column, Column) {
    func two(_ source: UnsafePointer<Element>) -> (low: SIMD8<UInt64>, high: SIMD8<UInt64>) {
      zipped(four(source, stride: 2 &* stride), four(source + stride, stride: 2 &* stride))
    }
    return unsafeBitCast((two(source), two(source + 2)), to: (Column, Column, Column, Column).self)
  }
}

extension MatrixTile where Column == SIMD4<Double> {
  @_alwaysEmitIntoClient @inline(__always)
  public static func transposed(
    _ source: UnsafePointer<Element>, stride: Int
  ) -> (Column, Column, Column, Column) {
    func two(_ source: UnsafePointer<Element>) -> (low: SIMD4<UInt64>, high: SIMD4<UInt64>) {
      let other = source + 2 &* stride
      return zipped(pair(source, other), pair(source + stride, other + stride))
    }
    return unsafeBitCast((two(source), two(source + 2)), to: (Column, Column, Column, Column).self)
  }
}
