/// A tensor of an optimizer's state: its name, and how it begins.
///
/// It is a vector laid out like the parameters, except for `.number`, which elementwise rules do not have.
/// A text alone is a slot that begins at zero: `var slots: [Slot] { ["momentum"] }`.
public struct Slot: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What the state calls it.
  public let name: String
  /// How it begins.
  public let start: Start

  /// How a slot begins.
  public enum Start: Hashable, Sendable {
    /// The same number in every element.
    case value(Double)
    /// The parameters before the first step.
    case parameters
    /// One number in all, of shape [1].
    case number(Double)
  }

  /// A slot that begins as given.
  public init(_ name: String, start: Start = .value(0)) {
    self.name = name
    self.start = start
  }

  public init(stringLiteral name: String) { self.init(name) }

  /// A slot that begins with the same number in every element.
  public static func filled(_ name: String, with value: Double) -> Slot { Slot(name, start: .value(value)) }

  /// A slot that begins as a copy of the parameters.
  public static func parameters(_ name: String) -> Slot { Slot(name, start: .parameters) }

  /// A slot of a single number: state that depends on gradients but is the same for all elements.
  public static func number(_ name: String, _ value: Double = 0) -> Slot { Slot(name, start: .number(value)) }

  /// The slot before the first step.
  func makeTensor<S: Scalar>(for parameters: ParameterVector<S>) -> Tensor<S.Accumulator> {
    switch start {
    case .value(let value): Tensor([parameters.layout.count], repeating: S.Accumulator(value))
    case .parameters: parameters.values.widened()
    case .number(let value): Tensor([1], repeating: S.Accumulator(value))
    }
  }
}
