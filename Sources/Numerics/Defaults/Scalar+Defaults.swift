// The bulk operations of a type that has no kernels.
extension Scalar {
  /// yᵢ ← f(xᵢ)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>,
    count: Int
  ) {
    Oracle.apply(function, parameter: parameter, to: x, into: y, count: count)
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>,
    output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>, accumulating: Bool, count: Int
  ) {
    Oracle.pullBack(
      function, parameter: parameter, cotangent: g, input: x, output: y, into: dx, accumulating: accumulating,
      count: count)
  }

  /// yᵢ ← f(aᵢ, bᵢ); an operand of stride 0 is its first element throughout.
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Self>, stride strideA: Int, _ b: UnsafePointer<Self>,
    stride strideB: Int, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    Oracle.apply(function, a, stride: strideA, b, stride: strideB, into: y, count: count)
  }

  /// yᵢ ← α xᵢ + β yᵢ
  public static func combine(
    _ alpha: Accumulator, _ x: UnsafePointer<Self>, _ beta: Accumulator, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    Oracle.combine(alpha, x, beta, into: y, count: count)
  }

  /// The reduction of `count` elements, in an order that no thread count changes.
  public static func reduce(_ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int)
    -> Accumulator
  {
    Oracle.reduce(reduction, a, b, count: count)
  }

  /// C ← α op(A) op(B) + β C with an epilogue
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Accumulator, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ beta: Accumulator, into c: UnsafeMutablePointer<Self>, _ epilogue: ProductEpilogue<Self>
  ) {
    Oracle.multiply(product, alpha, a, b, beta, into: c, epilogue)
  }

  /// A matrix without gaps.
  public static func packForPatches(
    _ b: UnsafePointer<Self>, stride: Int, rows: Int, depth: Int, into packed: UnsafeMutablePointer<Self>
  ) {
    for row in 0..<rows { packed.advanced(by: row * depth).update(from: b + row * stride, count: depth) }
  }

  /// C ← P Bᵀ + bias or C, for patches P
  public static func multiply(
    _ product: PatchProduct, _ image: UnsafePointer<Self>, _ packed: UnsafePointer<Self>, bias: UnsafePointer<Self>?,
    into c: UnsafeMutablePointer<Self>
  ) {
    Oracle.multiply(product, image, packed, bias: bias, into: c)
  }

  /// Row by row, softmax or its logarithm.
  public static func softmax(
    _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, rows: Int, columns: Int, logarithm: Bool
  ) {
    Oracle.softmax(x, into: y, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// The largest input of each window in a row.
  public static func largest(
    _ row: WindowRow, _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, places: UnsafeMutablePointer<Self>
  ) {
    Oracle.largest(row, x, into: y, places: places)
  }

  /// A step of Adam.
  public static func update(
    _ step: AdamStep, _ w: UnsafeMutablePointer<Self>, _ g: UnsafePointer<Self>,
    _ mean: UnsafeMutablePointer<Accumulator>, _ meanSquare: UnsafeMutablePointer<Accumulator>, count: Int
  ) {
    Oracle.update(step, w, g, mean, meanSquare, count: count)
  }

  /// Row by row, the pullback of softmax or of its logarithm.
  public static func pullBackSoftmax(
    cotangent g: UnsafePointer<Self>, output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>,
    accumulating: Bool, rows: Int, columns: Int, logarithm: Bool
  ) {
    Oracle.pullBackSoftmax(
      cotangent: g, output: y, into: dx, accumulating: accumulating, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// Row by row, (x − mean)/deviation · gain + offset.
  public static func normalize(
    _ x: UnsafePointer<Self>, _ rows: RowNormalization, gain: UnsafePointer<Self>?, offset: UnsafePointer<Self>?,
    into y: UnsafeMutablePointer<Self>
  ) {
    Oracle.normalize(x, rows, gain: gain, offset: offset, into: y)
  }

  /// Its pullback.
  public static func pullBackNormalization(
    cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>, _ rows: RowNormalization,
    gain: UnsafePointer<Self>?, into dx: UnsafeMutablePointer<Self>?, accumulating: Bool,
    gainSums: UnsafeMutablePointer<Self>?, offsetSums: UnsafeMutablePointer<Self>?
  ) {
    Oracle.pullBackNormalization(
      cotangent: g, input: x, rows, gain: gain, into: dx, accumulating: accumulating, gainSums: gainSums,
      offsetSums: offsetSums)
  }

  /// A step of a recurrent cell on some rows.
  public static func apply(_ cell: CellFunction, _ step: CellStep<Self>) { Oracle.apply(cell, step) }

  /// The pullback of a step of a recurrent cell on some rows.
  public static func pullBack(_ cell: CellFunction, _ call: CellPullback<Self>) { Oracle.pullBack(cell, call) }

  /// yᵢ ← the Floats xᵢ rounded to this type.
  public static func load(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Self>, count: Int) {
    Oracle.load(x, into: y, count: count)
  }

  /// yᵢ ← xᵢ in the accumulator's type; exact.
  public static func widen(_ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Accumulator>, count: Int) {
    Oracle.widen(x, into: y, count: count)
  }

  /// yᵢ ← xᵢ rounded to this type.
  public static func narrow(_ x: UnsafePointer<Accumulator>, into y: UnsafeMutablePointer<Self>, count: Int) {
    Oracle.narrow(x, into: y, count: count)
  }
}
