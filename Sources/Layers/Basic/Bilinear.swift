/// y_o = xᵀ W_o z + b_o of two inputs x [batch, n] and z [batch, m].
public struct Bilinear: Sendable {
  /// W, [outputs, n, m].
  public let weight: Parameter
  /// b, [outputs]; nil for none.
  public let bias: Parameter?

  /// A layer between the given sizes, with PyTorch's initial range ±1/√n.
  public init(_ first: Int, _ second: Int, _ outputs: Int, bias: Bool = true) {
    require(first > 0 && second > 0 && outputs > 0, "a bilinear layer of sizes \(first), \(second), \(outputs)")
    weight = Parameter([outputs, first, second], role: .weight, initializer: .pyTorch(fanIn: first))
    self.bias = bias ? Parameter([outputs], role: .bias, initializer: .pyTorch(fanIn: first)) : nil
  }

  /// The value at two inputs.
  public func callAsFunction<S: Scalar>(_ x: Variable<S>, _ z: Variable<S>) -> Variable<S> {
    let (outputs, first, second) = (weight.shape[0], weight.shape[1], weight.shape[2])
    require(
      x.shape.rank == 2 && z.shape.rank == 2 && x.shape[1] == first && z.shape[1] == second,
      "a bilinear layer of sizes \(first) and \(second) was given shapes \(x.shape) and \(z.shape)")
    let batch = x.shape[0]
    let wide = x.tape[weight].transposed(1, 0, 2).reshaped(to: first, outputs * second)
    let products = x.matrixProduct(wide).reshaped(to: batch, outputs, second) * z.reshaped(to: batch, 1, second)
    let y = products.sum(axis: -1)
    return bias.map { y + x.tape[$0] } ?? y
  }
}
