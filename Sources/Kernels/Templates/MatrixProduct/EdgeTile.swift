/// A tile that reaches over C's edge. It is computed whole, in scratch memory, on copies of what C has of it.
@usableFromInline struct EdgeTile<Tile: MatrixTile> {
  @usableFromInline typealias Element = Tile.Element

  /// The part of the tile that C has.
  @usableFromInline let part: TileTarget<Tile>
  @usableFromInline let rows: Int
  @usableFromInline let columns: Int
  /// A whole tile.
  @usableFromInline let memory: UnsafeMutablePointer<Element>

  @_alwaysEmitIntoClient @inline(__always)
  init(_ part: TileTarget<Tile>, rows: Int, columns: Int, _ scratch: ProductScratch<Tile>) {
    self.part = part
    self.rows = rows
    self.columns = columns
    memory = scratch.edge
  }

  /// Computes the tile.
  @_alwaysEmitIntoClient @inline(__always) func run(_ call: TileCall<Tile>) {
    copy(part.old, stride: part.oldStride, to: memory, stride: Tile.columns)
    run(call, rows: rows, isNarrow: call.isNarrow)
    copy(UnsafePointer(memory), stride: Tile.columns, to: part.c, stride: part.stride)
  }

  /// Computes the tile from a packed panel of A as the transposed one: C's few columns are its rows, C's rows fill its vectors.
  @_alwaysEmitIntoClient @inline(__always) func runTransposed(_ call: TileCall<Tile>) {
    transpose(part.old, strides: (part.oldStride, 1), to: memory, strides: (1, Tile.columns))
    var transposed = call
    transposed.a = TileSource(start: call.b, stride: 1, step: call.strideB)
    transposed.b = call.a.start
    transposed.strideB = call.a.step
    run(transposed, rows: columns, isNarrow: rows <= Tile.Vector.scalarCount)
    transpose(UnsafePointer(memory), strides: (1, Tile.columns), to: part.c, strides: (part.stride, 1))
  }

  @_alwaysEmitIntoClient @inline(__always) func run(_ call: TileCall<Tile>, rows: Int, isNarrow: Bool) {
    var call = call
    call.rows = rows
    call.isNarrow = isNarrow
    call.target = TileTarget<Tile>(
      c: memory, stride: Tile.columns, old: UnsafePointer(memory), oldStride: Tile.columns, factors: part.factors)
    Tile.run(call)
  }

  @_alwaysEmitIntoClient @inline(__always)
  func transpose(
    _ source: UnsafePointer<Element>, strides: (row: Int, column: Int), to target: UnsafeMutablePointer<Element>,
    strides steps: (row: Int, column: Int)
  ) {
    var row = 0
    while row < rows {
      var column = 0
      while column < columns {
        target[row &* steps.row &+ column &* steps.column] = source[row &* strides.row &+ column &* strides.column]
        column &+= 1
      }
      row &+= 1
    }
  }

  @_alwaysEmitIntoClient @inline(__always)
  func copy(_ source: UnsafePointer<Element>, stride: Int, to target: UnsafeMutablePointer<Element>, stride step: Int) {
    var row = 0
    while row < rows {
      copyRow(UnsafeRawPointer(source + row &* stride), to: UnsafeMutableRawPointer(target + row &* step))
      row &+= 1
    }
  }

  // Element by element it takes longer than the tile.
  @_alwaysEmitIntoClient @inline(__always)
  func copyRow(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    typealias Vector = SIMD4<UInt64>
    let bytes = columns &* MemoryLayout<Element>.stride
    var done = 0
    while done &+ 32 <= bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: Vector.self), toByteOffset: done, as: Vector.self)
      done &+= 32
    }
    while done &+ 8 <= bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: UInt64.self), toByteOffset: done, as: UInt64.self)
      done &+= 8
    }
    if done < bytes {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: done, as: UInt32.self), toByteOffset: done, as: UInt32.self)
    }
  }
}
