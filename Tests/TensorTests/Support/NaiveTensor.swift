import GlissadeTensor

/// The definition of broadcasting, spelled out index by index: the oracle of the fast paths.
enum Naive {
  /// All positions of a shape in row-major order.
  static func positions(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { positions, size in positions.flatMap { position in (0..<size).map { position + [$0] } } }
  }

  /// The element of a broadcast tensor at a position of the result.
  static func element<S: Scalar>(_ elements: [S], _ shape: [Int], at position: [Int]) -> S {
    var index = 0
    for (axis, size) in shape.enumerated() {
      let place = position[axis + position.count - shape.count]
      index = index * size + (size == 1 ? 0 : place)
    }
    return elements[index]
  }

  /// NumPy's rule, from the last axis.
  static func broadcast(_ a: [Int], _ b: [Int]) -> [Int] {
    let rank = max(a.count, b.count)
    let left = [Int](repeating: 1, count: rank - a.count) + a
    let right = [Int](repeating: 1, count: rank - b.count) + b
    return zip(left, right).map { $0 == 1 ? $1 : $0 }
  }

  static func apply<S: Scalar>(_ a: Tensor<S>, _ b: Tensor<S>, _ function: (S, S) -> S) -> Tensor<S> {
    let (shapeA, shapeB) = (a.shape.sizesArray, b.shape.sizesArray)
    let shape = broadcast(shapeA, shapeB)
    let (elementsA, elementsB) = (a.elements, b.elements)
    let results = positions(shape).map { position in
      function(element(elementsA, shapeA, at: position), element(elementsB, shapeB, at: position))
    }
    return Tensor(Shape(shape), results)
  }

  /// The sum over the axes along which `target` is broadcast to the tensor's shape.
  static func sum(_ x: Tensor<Double>, to target: [Int]) -> Tensor<Double> {
    let shape = x.shape.sizesArray
    var sums = [Double](repeating: 0, count: target.reduce(1, *))
    for (element, position) in zip(x.elements, positions(shape)) {
      var index = 0
      for (axis, size) in target.enumerated() {
        index = index * size + (size == 1 ? 0 : position[axis + shape.count - target.count])
      }
      sums[index] += element
    }
    return Tensor(Shape(target), sums)
  }

  /// One matrix product, by its definition.
  static func product(
    _ a: [Double], _ b: [Double], rows: Int, depth: Int, columns: Int, transposesA: Bool, transposesB: Bool
  ) -> [Double] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        (0..<depth).reduce(0) { sum, k in
          let left = transposesA ? a[k * rows + row] : a[row * depth + k]
          let right = transposesB ? b[column * depth + k] : b[k * columns + column]
          return sum + left * right
        }
      }
    }
  }
}
