/// A differential equation solved by a polynomial's coefficients, more ill-conditioned the more there are.
///
/// Kowalik and Osborne 1968; Moré, Garbow and Hillstrom 1981, problem 20. Published minima: 2.28767…e-3 for 6 parameters,
/// 1.39976…e-6 for 9 and 4.72238…e-10 for 12.
public struct Watson: LeastSquaresFunction {
  /// The number of parameters.
  public enum Size: Int, Sendable, CaseIterable {
    case six = 6
    case nine = 9
    case twelve = 12
  }

  private let size: Size

  /// The function, by default of six parameters.
  public init(_ size: Size = .six) { self.size = size }

  public var name: String { "watson" }
  public var start: [Double] { Array(repeating: 0, count: size.rawValue) }
  public var minima: [[Double]] { [] }
  public var minimum: Double {
    switch size {
    case .six: 2.287670053552372e-3
    case .nine: 1.399760138098e-6
    case .twelve: 4.72238e-10
    }
  }

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    let equations = (1...29).map { number -> S in
      let time = S(Double(number) / 29)
      // The polynomial and its derivative, from the highest coefficient down.
      var (value, slope): (S, S) = (0, 0)
      for coefficient in x.reversed() {
        slope = slope * time + value
        value = value * time + coefficient
      }
      return slope - value * value - 1
    }
    let curve: S = x[1] - x[0] * x[0]
    return equations + [x[0], curve - 1]
  }
}
