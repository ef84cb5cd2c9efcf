// The bulk operations of Double by the selected kernels, on all threads.
extension Double {
  /// yᵢ ← f(xᵢ)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    ActiveKernels.double.apply(function, parameter: parameter, to: x, into: y, count: count)
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Double>, input x: UnsafePointer<Double>,
    output y: UnsafePointer<Double>, into dx: UnsafeMutablePointer<Double>, accumulating: Bool, count: Int
  ) {
    ActiveKernels.double.pullBack(
      function, parameter: parameter, cotangent: g, input: x, output: y, into: dx, accumulating: accumulating,
      count: count)
  }

  /// yᵢ ← f(aᵢ, bᵢ); an operand of stride 0 is its first element throughout.
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Double>, stride strideA: Int, _ b: UnsafePointer<Double>,
    stride strideB: Int, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    ActiveKernels.double.apply(function, a, stride: strideA, b, stride: strideB, into: y, count: count)
  }

  /// yᵢ ← α xᵢ + β yᵢ
  public static func combine(
    _ alpha: Double, _ x: UnsafePointer<Double>, _ beta: Double, into y: UnsafeMutablePointer<Double>, count: Int
  ) {
    ActiveKernels.double.combine(alpha, x, beta, into: y, count: count)
  }

  /// The reduction of `count` elements, in an order that no thread count changes.
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int
  ) -> Double {
    ActiveKernels.double.reduce(reduction, a, b, count: count)
  }

  /// Row by row, softmax or its logarithm.
  public static func softmax(
    _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, rows: Int, columns: Int, logarithm: Bool
  ) {
    ActiveKernels.double.softmax(x, into: y, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// C ← α op(A) op(B) + β C
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Double, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ beta: Double,
    into c: UnsafeMutablePointer<Double>
  ) {
    ActiveKernels.double.multiply(product, alpha, a, b, beta, into: c)
  }
}
