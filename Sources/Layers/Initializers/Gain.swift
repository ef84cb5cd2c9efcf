/// The factor by which weights are widened to make up for what an activation takes away; PyTorch's table.
public enum Gain: Hashable, Sendable {
  /// 1
  case linear
  /// 1
  case sigmoid
  /// 5/3
  case tanh
  /// √2
  case relu
  /// √(2/(1 + slope²))
  case leakyReLU(slope: Double)
  /// 3/4
  case selu
  /// Any other factor.
  case custom(Double)

  /// The factor.
  public var value: Double {
    switch self {
    case .linear, .sigmoid: 1
    case .tanh: 5.0 / 3
    case .relu: 2.0.squareRoot()
    case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
    case .selu: 0.75
    case .custom(let factor): factor
    }
  }
}
