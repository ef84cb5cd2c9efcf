import Glissade

/// How far an elementary function may be from the exact value, in units in the last place.
struct ErrorBound {
  let function: UnaryFunction
  let float: Double
  let double: Double
  /// What an error is measured in.
  var unit = ErrorUnit.result

  /// All stated bounds: of every kernel set, a little above the largest error measured. Docs/Accuracy.md lists both.
  static let all = [
    ErrorBound(function: .exp, float: 1, double: 1.1),
    ErrorBound(function: .log, float: 0.9, double: 0.9),
    ErrorBound(function: .tanh, float: 2.6, double: 2.6),
    ErrorBound(function: .sigmoid, float: 2.5, double: 2.4),
    ErrorBound(function: .erf, float: 1.6, double: 1.4),
    ErrorBound(function: .gelu, float: 1.3, double: 1.8, unit: .argument),
    ErrorBound(function: .silu, float: 3.3, double: 3.3, unit: .normalFactor),
    ErrorBound(function: .softplus, float: 2, double: 2),
  ]

  /// The bound of a type. A Float16 is the Float rounded once: half a unit, and what Float is off.
  func limit(of type: ExaminedType) -> Double {
    switch type {
    case .float: float
    case .float16: 0.501
    case .double: double
    }
  }
}

/// The number whose unit in the last place an error is measured in.
enum ErrorUnit {
  /// The exact result.
  case result
  /// The larger of 1 and |x|, for a function that cancels by its definition.
  case argument
  /// The exact result or |x| times the least normal number, for x times a factor that has few digits where subnormal.
  case normalFactor
}
