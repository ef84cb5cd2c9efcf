import GlissadeTesting
import Testing

/// The problems against what was published: their minima are found, by a method for least squares, to the digits of the paper.
@Suite struct MoreGarbowHillstromTests {
  /// A problem with its number.
  struct Numbered: CustomTestStringConvertible, Sendable {
    let number: Int
    let function: any LeastSquaresFunction
    var testDescription: String { "\(number) \(function.name)" }

    static let all = MoreGarbowHillstrom.all.enumerated().map { Numbered(number: $0 + 1, function: $1) }
  }

  /// Local minima that the paper lists beside the smallest value, where descent from the usual start ends in them.
  static let localMinima: [String: Double] = [
    "freudenstein_roth": 48.98425, "biggs_exp6": 5.65565e-3, "trigonometric": 2.79506e-5,
  ]

  /// Values of more digits than the paper's six round to these.
  static let published: [Int: Double] = [
    6: 124.362, 8: 8.21487e-3, 9: 1.12793e-8, 10: 87.9458, 15: 3.07505e-4, 16: 85_822.2, 17: 5.46489e-5,
    19: 4.01377e-2, 20: 2.28767e-3, 23: 7.08765e-5, 24: 2.93660e-4, 32: 10, 33: 4.634146, 34: 6.135135,
    35: 3.51687e-3,
  ]

  @Test func thereAre35() {
    #expect(Numbered.all.count == 35)
    #expect(Set(Numbered.all.map(\.function.name)).count == 35)
    #expect(
      Numbered.all.map(\.function.dimension) == [
        2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 6, 11, 6, 10, 8, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
        10,
        8,
      ])
  }

  @Test(arguments: Numbered.all) func minimaArePublished(_ item: Numbered) {
    let minimum = Self.published[item.number] ?? 0
    #expect(abs(item.function.minimum - minimum) <= 1.01e-5 * minimum)
    for point in item.function.minima {
      let value = item.function(point)
      #expect(abs(value - minimum) <= 1e-6 * minimum + 1e-18)
    }
  }

  /// The method finds the minimum from the published start, or from near it where the paper knows of local minima.
  @Test(arguments: Numbered.all) func minimaAreFound(_ item: Numbered) { checkMinimum(item.function) }

  private func checkMinimum(_ function: some LeastSquaresFunction) {
    let evaluator = ResidualFunctionEvaluator<_, Double>(function)
    let start = ParameterVector<Double>(initializing: function.layout, seed: 0)
    let found = LevenbergMarquardt().minimize(
      evaluator, from: start, until: Stopping(gradient: 1e-15, valueChange: 1e-17, stepChange: 1e-14, iterations: 500))
    let value = 2 * found.value
    let expected = [function.minimum] + (Self.localMinima[function.name].map { [$0] } ?? [])
    #expect(
      expected.contains { abs(value - $0) <= 2e-6 * $0 + 1e-10 },
      "\(function.name): \(value) after \(found.iterations) iterations (\(found.reason))")
  }

  /// Values, gradients and Jacobians agree with one another and with central differences.
  @Test(arguments: Numbered.all) func derivativesAgree(_ item: Numbered) { checkDerivatives(item.function) }

  private func checkDerivatives(_ function: some LeastSquaresFunction) {
    let point =
      function.vector(function.start.enumerated().map { $1 + 0.01 * Double($0 % 3 + 1) * max(0.1, abs($1)) })
      as ParameterVector<Double>
    let evaluator = function.evaluator(in: Double.self)
    let (value, gradient) = evaluator.valueAndGradient(at: point)
    let squares = ResidualFunctionEvaluator<_, Double>(function)
    let residuals = squares.residuals(at: point)
    #expect(abs(residuals.elements.reduce(0) { $0 + $1 * $1 } - value) <= 1e-12 * value)
    let product = squares.jacobian(at: point).transposed([1, 0]).matrixProduct(
      residuals.reshaped(to: [residuals.count, 1]))
    for (slope, half) in zip(gradient.values.elements, product.elements) {
      #expect(abs(slope - 2 * half) <= 1e-10 * (abs(slope) + gradient.norm))
    }
    for index in function.start.indices {
      let width = 1e-6 * max(0.01, abs(point.values.elements[index]))
      var (ahead, behind) = (point.values.elements, point.values.elements)
      ahead[index] += width
      behind[index] -= width
      let difference = (function(ahead) - function(behind)) / (2 * width)
      let slope = gradient.values.elements[index]
      // What central differences lose in rounding is a unit of the value over the width.
      #expect(abs(difference - slope) <= 1e-5 * abs(slope) + 1e-14 * value / width + 1e-8 * gradient.norm)
    }
  }
}
