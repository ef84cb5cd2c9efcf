// The bulk operations of Float by the selected kernels, on all threads.
extension Float {
  /// yᵢ ← f(xᵢ)
  public static func apply(
    _ function: UnaryFunction, parameter: Double, to x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    ActiveKernels.float.apply(function, parameter: parameter, to: x, into: y, count: count)
  }

  /// dxᵢ ← gᵢ f′(xᵢ), added where `accumulating`
  public static func pullBack(
    _ function: UnaryFunction, parameter: Double, cotangent g: UnsafePointer<Float>, input x: UnsafePointer<Float>,
    output y: UnsafePointer<Float>, into dx: UnsafeMutablePointer<Float>, accumulating: Bool, count: Int
  ) {
    ActiveKernels.float.pullBack(
      function, parameter: parameter, cotangent: g, input: x, output: y, into: dx, accumulating: accumulating,
      count: count)
  }

  /// yᵢ ← f(aᵢ, bᵢ); an operand of stride 0 is its first element throughout.
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Float>, stride strideA: Int, _ b: UnsafePointer<Float>,
    stride strideB: Int, into y: UnsafeMutablePointer<Float>, count: Int
  ) {
    ActiveKernels.float.apply(function, a, stride: strideA, b, stride: strideB, into: y, count: count)
  }

  /// yᵢ ← α xᵢ + β yᵢ
  public static func combine(
    _ alpha: Float, _ x: UnsafePointer<Float>, _ beta: Float, into y: UnsafeMutablePointer<Float>, count: Int
  ) {
    ActiveKernels.float.combine(Double(alpha), x, Double(beta), into: y, count: count)
  }

  /// The reduction of `count` elements, in an order that no thread count changes.
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
  ) -> Float {
    Float(ActiveKernels.float.reduce(reduction, a, b, count: count))
  }

  /// Row by row, softmax or its logarithm.
  public static func softmax(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, rows: Int, columns: Int, logarithm: Bool
  ) {
    ActiveKernels.float.softmax(x, into: y, rows: rows, columns: columns, logarithm: logarithm)
  }

  /// C ← α op(A) op(B) + β C
  public static func multiply(
    _ product: MatrixProduct, _ alpha: Float, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ beta: Float,
    into c: UnsafeMutablePointer<Float>
  ) {
    ActiveKernels.float.multiply(product, Double(alpha), a, b, Double(beta), into: c)
  }
}
