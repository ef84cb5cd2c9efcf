import GlissadeTesting
import Testing

/// A function under its name.
struct NamedFunction: CustomTestStringConvertible, Sendable {
  let function: any TestFunction
  var testDescription: String { function.name }

  /// All of them; the quadratic has a condition number of 1,000.
  static let all: [NamedFunction] = {
    let quadratic = QuadraticForm(matrix: [[500.5, 499.5], [499.5, 500.5]], center: [1, -2], start: [3, 1])
    return (TestFunctions.all + [quadratic]).map { NamedFunction(function: $0) }
  }()
}

extension TestFunction {
  /// A point as a vector of parameters.
  func vector<S: Scalar>(_ values: [Double], of type: S.Type = S.self) -> ParameterVector<S> {
    ParameterVector(Tensor([values.count], values.map { S($0) }), layout: layout)
  }

  /// The start and points around it, the same at every call.
  var starts: [[Double]] {
    let stream = RandomStream(seed: 5, purpose: .checking, index: 0)
    let moved = (0..<6).map { number in
      start.indices.map { start[$0] + stream.uniform(at: number * start.count + $0, in: -0.5..<0.5) }
    }
    return [start] + moved
  }

  /// The distance from a point to the nearest minimum.
  func distance(from point: ParameterVector<some Scalar>) -> Double {
    minima.map { minimum in
      zip(minimum, point.values.doubles).map { abs($0 - $1) }.max() ?? 0
    }.min() ?? .infinity
  }
}

/// A symmetric matrix and a vector of random numbers, the same for a seed.
func makeSystem(_ size: Int, seed: UInt64) -> (matrix: Tensor<Double>, vector: Tensor<Double>) {
  let square = Tensor<Double>.normal([size, size], seed: seed)
  return (0.5 * (square + square.transposed([1, 0])), .normal([size], seed: seed + 1_000))
}
