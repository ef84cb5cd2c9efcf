/// A scalar that the kernels compute in themselves: Float and Double.
///
/// A conformance names its kernels and gets its elementary functions and bulk operations, on all threads.
protocol KernelScalar: Scalar where Accumulator == Self {
  /// The selected kernels on this type.
  static var kernels: SharedKernels<Self> { get }
}

extension KernelScalar {
  /// The value as a Double; exact.
  public var double: Double { Double(self) }
  /// eˣ
  public static func exp(_ x: Self) -> Self { value(of: .exp, at: x) }
  /// ln x; −∞ at 0, NaN below.
  public static func log(_ x: Self) -> Self { value(of: .log, at: x) }
  /// tanh x
  public static func tanh(_ x: Self) -> Self { value(of: .tanh, at: x) }
  /// 1/(1 + e⁻ˣ)
  public static func sigmoid(_ x: Self) -> Self { value(of: .sigmoid, at: x) }
  /// erf x
  public static func erf(_ x: Self) -> Self { value(of: .erf, at: x) }

  /// One value from the vector kernel, so that one element and many give the same bits.
  private static func value(of function: UnaryFunction, at x: Self) -> Self {
    withUnsafePointer(to: x) { x in
      var y: Self = 0
      kernels.apply(function, parameter: 0, to: x, into: &y, count: 1)
      return y
    }
  }

  /// yᵢ ← f(xᵢ)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>,
    count: Int
  ) {
    kernels.apply(function, parameter: parameter, to: x, into: y, count: count)
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>,
    output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>, accumulating: Bool, count: Int
  ) {
    kernels.pullBack(
      function, parameter: parameter, cotangent: g, input: x, output: y, into: dx, accumulating: accumulating,
      count: count)
  }

  /// yᵢ ← f(aᵢ, bᵢ); an operand of stride 0 is its first element throughout.
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Self>, stride strideA: Int, _ b: UnsafePointer<Self>,
    stride strideB: Int, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    kernels.apply(function, a, stride: strideA, b, stride: strideB, into: y, count: count)
  }

  /// yᵢ ← α xᵢ + β yᵢ
  public static func combine(
    _ alpha: Self, _ x: UnsafePointer<Self>, _ beta: Self, into y: UnsafeMutablePointer<Self>, count: Int
  ) {
    kernels.combine(alpha.double, x, beta.double, into: y, count: count)
  }

  /// The reduction of `count` elements, in an order that no thread count changes.
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, count: Int
  ) -> Self {
    Self(kernels.reduce(reduction, a, b, count: count))
  }

  /// Row by row, softmax or its logarithm.
  public static func softmax(
    _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, rows: Int, columns: Int, logarithm: Bool
  ) {
    kernels.softmax(x, into: y, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// Row by row, the pullback of softmax or of its logarithm
  public static func pullBackSoftmax(
    cotangent g: UnsafePointer<Self>, output y: UnsafePointer<Self>, into dx: UnsafeMutablePointer<Self>,
    accumulating: Bool, rows: Int, columns: Int, logarithm: Bool
  ) {
    kernels.pullBackSoftmax(
      g, output: y, into: dx, accumulating: accumulating, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// Row by row, (x − mean)/deviation · gain + offset
  public static func normalize(
    _ x: UnsafePointer<Self>, _ rows: RowNormalization, gain: UnsafePointer<Self>?, offset: UnsafePointer<Self>?,
    into y: UnsafeMutablePointer<Self>
  ) {
    kernels.normalize(x, rows, gain: gain, offset: offset, into: y)
  }

  /// Its pullback, with sums in an order that no thread count changes.
  public static func pullBackNormalization(
    cotangent g: UnsafePointer<Self>, input x: UnsafePointer<Self>, _ rows: RowNormalization,
    gain: UnsafePointer<Self>?, into dx: UnsafeMutablePointer<Self>?, accumulating: Bool,
    gainSums: UnsafeMutablePointer<Self>?, offsetSums: UnsafeMutablePointer<Self>?
  ) {
    kernels.pullBackNormalization(
      g, x, rows, gain: gain, into: dx, accumulating: accumulating, gainSums: gainSums, offsetSums: offsetSums)
  }

  /// A step of a recurrent cell on some rows.
  public static func apply(_ cell: CellFunction, _ step: CellStep<Self>) { kernels.apply(cell, step) }

  /// The pullback of a step of a recurrent cell on some rows.
  public static func pullBack(_ cell: CellFunction, _ call: CellPullback<Self>) { kernels.pullBack(cell, call) }

  /// C ← α op(A) op(B) + β C with an epilogue
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Self, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ beta: Self,
    into c: UnsafeMutablePointer<Self>, _ epilogue: ProductEpilogue<Self>
  ) {
    kernels.multiply(product, alpha.double, a, b, beta.double, into: c, epilogue)
  }

  /// A matrix as the product with patches takes it.
  public static func packForPatches(
    _ b: UnsafePointer<Self>, stride: Int, rows: Int, depth: Int, into packed: UnsafeMutablePointer<Self>
  ) {
    kernels.packForPatches(b, stride: stride, rows: rows, depth: depth, into: packed)
  }

  /// C ← P Bᵀ + bias or C, for patches P and packed B
  public static func multiply(
    _ product: PatchProduct, _ image: UnsafePointer<Self>, _ packed: UnsafePointer<Self>, bias: UnsafePointer<Self>?,
    into c: UnsafeMutablePointer<Self>
  ) {
    kernels.multiply(product, image, packed, bias: bias, into: c)
  }

  /// A step of Adam
  public static func update(
    _ step: AdamStep, _ w: UnsafeMutablePointer<Self>, _ g: UnsafePointer<Self>, _ mean: UnsafeMutablePointer<Self>,
    _ meanSquare: UnsafeMutablePointer<Self>, count: Int
  ) {
    kernels.update(step, w, g, mean, meanSquare, count: count)
  }

  /// The largest input of each window in a row
  public static func largest(
    _ row: WindowRow, _ x: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>, places: UnsafeMutablePointer<Self>
  ) {
    kernels.largest(row, x, into: y, places: places)
  }
}
