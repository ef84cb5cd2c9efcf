extension Tensor {
  /// The elementwise sum; shapes broadcast.
  public static func + (left: Tensor, right: Tensor) -> Tensor { apply(.add, left, right) }
  /// The elementwise difference; shapes broadcast.
  public static func - (left: Tensor, right: Tensor) -> Tensor { apply(.subtract, left, right) }
  /// The elementwise product; shapes broadcast.
  public static func * (left: Tensor, right: Tensor) -> Tensor { apply(.multiply, left, right) }
  /// The elementwise quotient; shapes broadcast.
  public static func / (left: Tensor, right: Tensor) -> Tensor { apply(.divide, left, right) }
  /// The elementwise negative.
  public static prefix func - (tensor: Tensor) -> Tensor { tensor.applying(.negate) }

  /// Adds a number to every element.
  public static func + (left: Tensor, right: Double) -> Tensor { left + left.constant(right) }
  /// Adds a number to every element.
  public static func + (left: Double, right: Tensor) -> Tensor { right.constant(left) + right }
  /// Subtracts a number from every element.
  public static func - (left: Tensor, right: Double) -> Tensor { left - left.constant(right) }
  /// Subtracts every element from a number.
  public static func - (left: Double, right: Tensor) -> Tensor { right.constant(left) - right }
  /// Multiplies every element by a number.
  public static func * (left: Tensor, right: Double) -> Tensor { left * left.constant(right) }
  /// Multiplies every element by a number.
  public static func * (left: Double, right: Tensor) -> Tensor { right.constant(left) * right }
  /// Divides every element by a number.
  public static func / (left: Tensor, right: Double) -> Tensor { left / left.constant(right) }
  /// Divides a number by every element.
  public static func / (left: Double, right: Tensor) -> Tensor { right.constant(left) / right }

  private func constant(_ value: Double) -> Tensor { Tensor(S(value), pool: pool) }

  /// The elementwise larger; shapes broadcast.
  public static func maximum(_ left: Tensor, _ right: Tensor) -> Tensor { apply(.maximum, left, right) }
  /// The elementwise smaller; shapes broadcast.
  public static func minimum(_ left: Tensor, _ right: Tensor) -> Tensor { apply(.minimum, left, right) }
}

/// eˣ of every element.
public func exp<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.exp) }
/// ln x of every element.
public func log<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.log) }
/// tanh x of every element.
public func tanh<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.tanh) }
/// 1/(1 + e⁻ˣ) of every element.
public func sigmoid<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.sigmoid) }
/// erf x of every element.
public func erf<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.erf) }
/// √x of every element.
public func sqrt<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.squareRoot) }
/// |x| of every element.
public func abs<S>(_ x: Tensor<S>) -> Tensor<S> { x.applying(.absolute) }
