/// The kernels of one instruction set on one element type; single numbers travel as Double, which holds either exactly.
public struct ScalarKernels<Element: Sendable>: Sendable {
  /// A buffer that a kernel reads.
  public typealias Input = UnsafePointer<Element>
  /// A buffer that a kernel writes.
  public typealias Output = UnsafeMutablePointer<Element>

  /// y ← f(x): function, parameter, x, y, count.
  public var applyUnary: @Sendable (UnaryFunction, Double, Input, Output, Int) -> Void
  /// dx ← g f′(x) (+ dx): function, parameter, g, x, y, dx, accumulating, count.
  public var pullBack: @Sendable (UnaryFunction, Double, Input, Input, Input, Output, Bool, Int) -> Void
  /// y ← f(a, b): function, a, its stride, b, its stride, y, count.
  public var applyBinary: @Sendable (BinaryFunction, Input, Int, Input, Int, Output, Int) -> Void
  /// y ← α x + β y: α, x, β, y, count.
  public var combine: @Sendable (Double, Input, Double, Output, Int) -> Void
  /// The reduction of one chunk: which, a, b, count.
  public var reduce: @Sendable (Reduction, Input, Input, Int) -> Double
  /// Row-wise softmax: x, y, rows, columns, logarithm.
  public var softmax: @Sendable (Input, Output, Int, Int, Bool) -> Void
  /// The largest in each window of a row: windows, x, y, places.
  public var largest: @Sendable (WindowRow, Input, Output, Output) -> Void
  /// A step of Adam: the step, weights, gradient, means, mean squares, count.
  public var adam: @Sendable (AdamStep, Output, Input, Output, Output, Int) -> Void
  /// Row-wise softmax's pullback: g, y, dx, accumulating, rows, columns, logarithm.
  public var pullBackSoftmax: @Sendable (Input, Input, Output, Bool, Int, Int, Bool) -> Void
  /// Row-wise standardization: x, rows, gain, offset, y.
  public var normalize: @Sendable (Input, RowNormalization, Input?, Input?, Output) -> Void
  /// Its pullback: g, x, rows, gain, dx, accumulating, sums for the gain, sums for the offset.
  public var pullBackNormalization:
    @Sendable (Input, Input, RowNormalization, Input?, Output?, Bool, Output?, Output?) -> Void
  /// A step of a recurrent cell.
  public var applyCell: @Sendable (CellFunction, CellStep<Element>) -> Void
  /// Its pullback.
  public var pullBackCell: @Sendable (CellFunction, CellPullback<Element>) -> Void
  /// The matrix product's steps, packing and tiles.
  public var product: ProductKernels<Element>

  /// The templates' kernels, compiled where this initializer is inlined: for that target's instruction set.
  @_alwaysEmitIntoClient @inline(__always)
  public init<Vector: KernelVector, Tile: MatrixTile>(_ vector: Vector.Type, _ tile: Tile.Type)
  where Vector.Element == Element, Tile.Element == Element {
    applyUnary = { Vector.apply($0, parameter: $1, to: $2, into: $3, count: $4) }
    pullBack = {
      Vector.pullBack($0, parameter: $1, cotangent: $2, input: $3, output: $4, into: $5, accumulating: $6, count: $7)
    }
    applyBinary = { Vector.apply($0, $1, stride: $2, $3, stride: $4, into: $5, count: $6) }
    combine = { Vector.combine($0, $1, $2, into: $3, count: $4) }
    reduce = { Vector.reduce($0, $1, $2, count: $3) }
    softmax = { Vector.softmax($0, into: $1, rows: $2, columns: $3, logarithm: $4) }
    largest = { Vector.largest($0, $1, into: $2, places: $3) }
    adam = { Vector.update($0, $1, $2, $3, $4, count: $5) }
    pullBackSoftmax = {
      Vector.pullBackSoftmax($0, output: $1, into: $2, accumulating: $3, rows: $4, columns: $5, logarithm: $6)
    }
    normalize = { Vector.normalize($0, $1, gain: $2, offset: $3, into: $4) }
    pullBackNormalization = {
      Vector.pullBackNormalization(
        $0, $1, $2, gain: $3, into: $4, accumulating: $5, gainSums: $6, offsetSums: $7)
    }
    applyCell = { Vector.apply($0, $1) }
    pullBackCell = { Vector.pullBack($0, $1) }
    product = ProductKernels(Tile.self)
  }
}
