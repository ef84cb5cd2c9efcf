import Glissade

extension Workload {
  /// C = A·B on square matrices in four scalar types.
  static var matrixProducts: [Workload] {
    let sizes = [32, 64, 128, 256, 512, 1024, 2048]
    var workloads = sizes.map { matrixProduct("float32", Float.self, MatrixProduct(rows: $0, columns: $0, depth: $0)) }
    workloads += sizes.map { matrixProduct("float64", Double.self, MatrixProduct(rows: $0, columns: $0, depth: $0)) }
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      workloads += sizes.map {
        matrixProduct("float16", Float16.self, MatrixProduct(rows: $0, columns: $0, depth: $0))
      }
    #endif
    return workloads
      + sizes.map { matrixProduct("bfloat16", BFloat16.self, MatrixProduct(rows: $0, columns: $0, depth: $0)) }
  }

  /// A product of any shape, named by it.
  static func matrixProduct<S: Scalar>(_ scalar: String, _ type: S.Type, _ product: MatrixProduct) -> Workload {
    let isSquare =
      product.rows == product.columns && product.rows == product.depth && !product.transposesA
      && !product.transposesB
    let letters =
      product.transposesA || product.transposesB
      ? "," + (product.transposesA ? "t" : "n") + (product.transposesB ? "t" : "n") : ""
    let shape = isSquare ? "\(product.rows)" : "\(product.rows),\(product.columns),\(product.depth)\(letters)"
    return Workload(name: "gemm.\(scalar).\(shape)") { stopwatch in
      let stream = RandomStream(seed: 1, purpose: .noise, index: 0)
      func matrix(_ rows: Int, _ columns: Int) -> Tensor<S> {
        Tensor([rows, columns], (0..<rows * columns).map { S(stream.uniform01(at: $0) - 0.5) })
      }
      let a = product.transposesA ? matrix(product.depth, product.rows) : matrix(product.rows, product.depth)
      let b = product.transposesB ? matrix(product.columns, product.depth) : matrix(product.depth, product.columns)
      var c = Tensor<S>.zeros([product.rows, product.columns])
      let work = 2 * Double(product.rows) * Double(product.columns) * Double(product.depth)
      let times = stopwatch.time {
        c.addMatrixProduct(
          a, transposed: product.transposesA, b, otherTransposed: product.transposesB, scale: 0)
      }
      return Result(
        measurement: Measurement(values: times.map { work / $0 / 1e9 }, higherIsBetter: true), unit: "GFLOP/s")
    }
  }
}
