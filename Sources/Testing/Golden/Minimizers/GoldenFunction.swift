/// The functions of the family `lbfgs`.
enum GoldenFunction {
  /// The function that a problem of the file names, from where the problem starts.
  static func make(_ problem: JSONValue) throws -> any TestFunction {
    let start = problem["x0"]?.flatNumbers ?? []
    let function: any TestFunction
    switch problem["function"]?.text {
    case "rosenbrock":
      guard let a = problem["params"]?["a"]?.number, let b = problem["params"]?["b"]?.number, start.count >= 2 else {
        throw GoldenUnsupported("a Rosenbrock function has 'a', 'b' and a start of two numbers or more")
      }
      function = Rosenbrock(a: a, b: b, start: start)
    case "beale": function = Beale()
    case "himmelblau": function = Himmelblau()
    case "booth": function = Booth()
    case "wood": function = Wood()
    case "powell_singular": function = PowellSingular()
    case "quadratic":
      let (numbers, center) = (problem["A"]?.flatNumbers ?? [], problem["c"]?.flatNumbers ?? [])
      let size = start.count
      guard size > 0, numbers.count == size * size, center.count == size else {
        throw GoldenUnsupported("a quadratic has a start, a matrix 'A' and a center 'c' of one size")
      }
      let rows = (0..<size).map { Array(numbers[$0 * size..<($0 + 1) * size]) }
      function = QuadraticForm(matrix: rows, center: center, start: start)
    case let name: throw GoldenUnsupported("there is no function '\(name ?? "")'")
    }
    guard function.start == start else {
      throw GoldenUnsupported("\(function.name) starts at \(function.start), not at \(start)")
    }
    return function
  }
}

/// Remembers where a function is evaluated, in order.
final class GoldenRecorder<Function: TestFunction>: Evaluator {
  private let evaluator: FunctionEvaluator<Function, Double>
  private(set) var points: [[Double]] = []
  private(set) var values: [Double] = []

  init(_ function: Function) { evaluator = FunctionEvaluator(function) }

  func value(at parameters: ParameterVector<Double>) -> Double { record(evaluator.value(at: parameters), parameters) }

  func valueAndGradient(
    at parameters: ParameterVector<Double>
  ) -> (value: Double, gradient: ParameterVector<Double>) {
    let (value, gradient) = evaluator.valueAndGradient(at: parameters)
    return (record(value, parameters), gradient)
  }

  func hessianVectorProduct(
    at parameters: ParameterVector<Double>, along direction: ParameterVector<Double>
  ) -> ParameterVector<Double> {
    evaluator.hessianVectorProduct(at: parameters, along: direction)
  }

  private func record(_ value: Double, _ parameters: ParameterVector<Double>) -> Double {
    points.append(parameters.values.elements)
    values.append(value)
    return value
  }
}
