extension Variable {
  /// The elementwise sum; shapes broadcast.
  public static func + (left: Variable, right: Variable) -> Variable { left.applying(Binary(.add), right) }
  /// The elementwise difference; shapes broadcast.
  public static func - (left: Variable, right: Variable) -> Variable { left.applying(Binary(.subtract), right) }
  /// The elementwise product; shapes broadcast.
  public static func * (left: Variable, right: Variable) -> Variable { left.applying(Binary(.multiply), right) }
  /// The elementwise quotient; shapes broadcast.
  public static func / (left: Variable, right: Variable) -> Variable { left.applying(Binary(.divide), right) }
  /// The elementwise negative.
  public static prefix func - (variable: Variable) -> Variable { variable.applying(Elementwise(.negate)) }

  /// Adds a number to every element.
  public static func + (left: Variable, right: Double) -> Variable { left + left.tape.constant(right) }
  /// Adds a number to every element.
  public static func + (left: Double, right: Variable) -> Variable { right.tape.constant(left) + right }
  /// Subtracts a number from every element.
  public static func - (left: Variable, right: Double) -> Variable { left - left.tape.constant(right) }
  /// Subtracts every element from a number.
  public static func - (left: Double, right: Variable) -> Variable { right.tape.constant(left) - right }
  /// Multiplies every element by a number.
  public static func * (left: Variable, right: Double) -> Variable { left.applying(Scale(right)) }
  /// Multiplies every element by a number.
  public static func * (left: Double, right: Variable) -> Variable { right.applying(Scale(left)) }
  /// Divides every element by a number.
  public static func / (left: Variable, right: Double) -> Variable { left / left.tape.constant(right) }
  /// Divides a number by every element.
  public static func / (left: Double, right: Variable) -> Variable { right.tape.constant(left) / right }
}

/// The elementwise larger of two; shapes broadcast. Of equal elements the first gets the gradient.
public func maximum<S>(_ left: Variable<S>, _ right: Variable<S>) -> Variable<S> {
  left.applying(Binary(.maximum), right)
}

/// The elementwise smaller of two; shapes broadcast. Of equal elements the first gets the gradient.
public func minimum<S>(_ left: Variable<S>, _ right: Variable<S>) -> Variable<S> {
  left.applying(Binary(.minimum), right)
}
