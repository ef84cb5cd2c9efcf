extension Tensor where S.Accumulator == S {
  /// A multiple of the identity matrix.
  static func identity(_ size: Int, scale: S = 1) -> Tensor {
    var elements = [S](repeating: 0, count: size * size)
    for index in 0..<size { elements[index * size + index] = scale }
    return Tensor([size, size], elements)
  }

  /// This matrix times a vector, as a vector.
  func applied(to vector: Tensor, transposed: Bool = false) -> Tensor {
    matrixProduct(vector.reshaped(to: [vector.count, 1] as Shape), transposed: transposed).reshaped(to: [-1])
  }

  /// Adds α times the matrix of products of the entries of two vectors.
  mutating func addOuterProduct(_ alpha: S, _ left: Tensor, _ right: Tensor) {
    let column = left.scaled(by: alpha).reshaped(to: [left.count, 1] as Shape)
    addMatrixProduct(column, right.reshaped(to: [1, right.count] as Shape))
  }
}
