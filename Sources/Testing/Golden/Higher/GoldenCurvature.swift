import GlissadeTraining

/// Compares second-order quantities with what a case expects, and notes which of them were compared.
struct GoldenCurvature {
  let item: GoldenCase
  var comparison: GoldenComparison
  private var left: Set<String>

  init(_ item: GoldenCase) {
    self.item = item
    comparison = GoldenComparison(item.tolerance)
    left = Set(item.value["expected"]?.object?.keys.map { $0 } ?? [])
  }

  /// What came of it; throws where something that is expected was not compared.
  func outcome() throws -> GoldenOutcome {
    guard left.isEmpty else { throw GoldenUnsupported("nothing computes \(left.sorted().joined(separator: ", "))") }
    return comparison.outcome
  }

  /// What is expected under a key, which counts as compared from now on.
  mutating func take(_ key: String) -> JSONValue? {
    left.remove(key)
    return item.value["expected"]?[key]
  }

  /// Compares numbers, if the case expects them.
  mutating func compare(_ key: String, _ numbers: [Double]) {
    if let wanted = take(key) { comparison.compare(numbers, wanted, key) }
  }

  /// Compares a tensor, if the case expects it.
  mutating func compare(_ key: String, _ tensor: Tensor<Double>) { compare(key, tensor.elements) }

  /// The directions of the case.
  var directions: [Tensor<Double>] {
    get throws { try item.value["vectors"]?.array?.map { try $0.tensor() } ?? [] }
  }

  /// The damping of the case, which directions of descent have.
  var damping: Double { item.value["damping"]?.number ?? 0 }

  /// Compares an objective's value, gradient and Hessian.
  mutating func compare(_ problem: GoldenCurvatureProblem<some Layer>) throws {
    let (value, gradient) = problem.objective.valueAndGradient(at: problem.point)
    try compare(value: value, gradient: gradient.values) {
      problem.objective.hessianVectorProduct(at: problem.point, along: problem.vector($0)).values
    }
  }

  /// Compares a value, a gradient, and the Hessian that a function multiplies with a direction.
  mutating func compare(
    value: Double, gradient: Tensor<Double>, product: (Tensor<Double>) -> Tensor<Double>
  ) throws {
    let count = gradient.count
    compare("loss", [value])
    compare("grad", gradient)
    compare("hvp", try directions.flatMap { product($0).elements })
    let rows = (0..<count).flatMap { index in
      product(Tensor([count], (0..<count).map { $0 == index ? 1 : 0 })).elements
    }
    let hessian = Tensor<Double>([count, count], rows)
    compare("hessian", hessian)
    let diagonal = (0..<count).map { hessian[$0, $0] }
    compare("hessian_diag", diagonal)
    compare("trace", [diagonal.reduce(0, +)])
    compare("gradient_hessian_gradient", [gradient.dot(product(gradient))])
    let eigen = SymmetricEigen(of: hessian)
    compare("eigenvalues", eigen.values)
    compare("top_eigenvalue", [eigen.values.elements[count - 1]])
    let place = (0..<count).max { eigen.values.elements[$0].magnitude < eigen.values.elements[$1].magnitude } ?? 0
    compare("largest_magnitude_eigenvalue", [eigen.values.elements[place]])
    if let wanted = take("largest_magnitude_eigenvector") {
      // Its sign means nothing.
      let vector = (0..<count).map { eigen.vectors[$0, place] }
      let overlap = zip(vector, wanted.flatNumbers).reduce(0) { $0 + $1.0 * $1.1 }
      comparison.compare(vector.map { overlap < 0 ? -$0 : $0 }, wanted, "the eigenvector")
    }
    compare("newton_direction_damped", descent(hessian, gradient))
  }

  /// −(M + damping I)⁻¹ g by the eigenvectors of M.
  func descent(_ matrix: Tensor<Double>, _ gradient: Tensor<Double>) -> Tensor<Double> {
    let eigen = SymmetricEigen(of: matrix)
    let column = gradient.reshaped(to: [gradient.count, 1])
    let parts = eigen.vectors.matrixProduct(column, transposed: true)
    let divided = zip(parts.elements, eigen.values.elements).map { -$0 / ($1 + damping) }
    return eigen.vectors.matrixProduct(Tensor([gradient.count, 1], divided))
  }
}
