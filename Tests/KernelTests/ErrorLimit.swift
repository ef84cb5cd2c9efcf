import Foundation
import GlissadeNumerics

/// How far a function may be from the exact value, in units in the last place.
///
/// The same bounds as in Benchmarks/Sources/Accuracy, which examines every Float; here are samples, in every test run.
struct ErrorLimit {
  let function: UnaryFunction
  let float: Double
  let double: Double
  var unit = ErrorUnit.result

  static let all = [
    ErrorLimit(function: .exp, float: 1, double: 1.1),
    ErrorLimit(function: .log, float: 0.9, double: 0.9),
    ErrorLimit(function: .tanh, float: 2.6, double: 2.6),
    ErrorLimit(function: .sigmoid, float: 2.5, double: 2.4),
    ErrorLimit(function: .erf, float: 1.6, double: 1.4),
    ErrorLimit(function: .gelu, float: 1.3, double: 1.8, unit: .argument),
    ErrorLimit(function: .silu, float: 3.3, double: 3.3, unit: .normalFactor),
    ErrorLimit(function: .softplus, float: 2, double: 2),
  ]

  /// What a result may differ from the system's: a narrow type rounds Float's once, and of Double the system's own
  /// functions are a unit off.
  func limit<S: Scalar>(of type: S.Type) -> Double {
    if type == Double.self { return double + 1 }
    return type == Float.self ? float : 0.501
  }

  /// The distance of a result from the exact one; ∞ where only one is NaN or infinite, or a zero has the wrong sign.
  func error<S: Scalar>(of result: S, at x: S) -> Double {
    let exact = function.systemValue(at: x.double)
    let rounded = S(rounding: exact)
    if result.isNaN || rounded.isNaN { return result.isNaN == rounded.isNaN ? 0 : .infinity }
    if result.isInfinite || rounded.isInfinite { return result == rounded ? 0 : .infinity }
    if result == 0, result.sign != exact.sign { return .infinity }
    let scale =
      switch unit {
      case .result: exact
      case .argument: max(1, abs(x.double))
      case .normalFactor: max(abs(exact), abs(x.double) * S.leastNormalMagnitude.double)
      }
    return abs(result.double - exact) / S(rounding: scale).ulp.double
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

extension UnaryFunction {
  /// The function's value by the system's library.
  func systemValue(at x: Double) -> Double {
    switch self {
    case .exp: Foundation.exp(x)
    case .log: Foundation.log(x)
    case .tanh: Foundation.tanh(x)
    case .sigmoid: x < 0 ? Foundation.exp(x) / (1 + Foundation.exp(x)) : 1 / (1 + Foundation.exp(-x))
    case .erf: Foundation.erf(x)
    case .gelu: x * (0.5 * Foundation.erfc(-x * 0.5.squareRoot()))
    case .silu: x * UnaryFunction.sigmoid.systemValue(at: x)
    case .softplus: (x > 0 ? x : 0) + Foundation.log1p(Foundation.exp(-abs(x)))
    default: value(at: x, parameter: 0.25)
    }
  }
}
