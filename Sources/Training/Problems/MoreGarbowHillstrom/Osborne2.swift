/// A decay and three bells fitted to 65 observations, with a minimum of 4.01377…e-2.
///
/// Osborne 1972; Moré, Garbow and Hillstrom 1981, problem 19.
public struct Osborne2: LeastSquaresFunction {
  private static let observations = [
    1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608, 0.655, 0.616, 0.606,
    0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423,
    0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
    0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098,
    0.054,
  ]

  /// The function.
  public init() {}

  public let name = "osborne2"
  public let start = [1.3, 0.65, 0.65, 0.7, 0.6, 3.0, 5.0, 7.0, 2.0, 4.5, 5.5]
  public let minima: [[Double]] = []
  public let minimum = 4.013773629354773e-2

  public func residuals<S: Scalar>(_ x: [S]) -> [S] {
    Self.observations.enumerated().map { index, observation -> S in
      let time = S(Double(index) / 10)
      var model = x[0] * S.exp(-time * x[4])
      for bell in 1...3 {
        let offset = time - x[7 + bell]
        let square: S = offset * offset
        model += x[bell] * S.exp(-square * x[4 + bell])
      }
      return S(observation) - model
    }
  }
}
