/// A tensor of an optimizer's state: its name, its shape, and how it begins.
///
/// A text alone is a slot like what it belongs to, which begins at zero: `var slots: [Slot] { ["momentum"] }`.
public struct Slot: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What the state calls it.
  public let name: String
  /// Its shape; nil for that of what it belongs to: the flat vector of all parameters, or one of their tensors.
  public let shape: Shape?
  /// How it begins.
  public let start: Start

  /// How a slot begins.
  public enum Start: Hashable, Sendable {
    /// The same number in every element.
    case value(Double)
    /// The parameters before the first step.
    case parameters
    /// A square matrix: a number on the diagonal, and zeros.
    case identity(Double)
  }

  /// A slot that begins as given, in a shape of its own if one is given.
  public init(_ name: String, shape: Shape? = nil, start: Start = .value(0)) {
    self.name = name
    self.shape = shape
    self.start = start
  }

  /// A slot of zeros.
  public init(stringLiteral name: String) { self.init(name) }

  /// A slot that begins with the same number in every element.
  public static func filled(_ name: String, with value: Double, shape: Shape? = nil) -> Slot {
    Slot(name, shape: shape, start: .value(value))
  }

  /// A slot that begins as a copy of the parameters.
  public static func parameters(_ name: String) -> Slot { Slot(name, start: .parameters) }

  /// A slot of a single number: state that depends on gradients but is the same for all elements.
  public static func number(_ name: String, _ value: Double = 0) -> Slot { filled(name, with: value, shape: [1]) }

  /// A slot of a square matrix that begins as a multiple of the identity.
  public static func identity(_ name: String, size: Int, scale: Double = 1) -> Slot {
    Slot(name, shape: [size, size], start: .identity(scale))
  }

  /// The slot before the first step of the weights that it belongs to.
  func makeTensor<A: Scalar>(for weights: @autoclosure () -> Tensor<A>, shape: Shape) -> Tensor<A>
  where A.Accumulator == A {
    let shape = self.shape ?? shape
    switch start {
    case .value(let value): return Tensor(shape, repeating: A(value))
    case .parameters: return weights()
    case .identity(let scale): return .identity(shape[0], scale: A(scale))
    }
  }
}
