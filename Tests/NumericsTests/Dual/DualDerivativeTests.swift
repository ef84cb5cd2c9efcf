import GlissadeNumerics
import Testing

/// A function with its first and second derivative, written out.
struct AnalyticFunction: Sendable {
  let name: String
  let points: [Double]
  let dual: @Sendable (Dual<Dual<Double>>) -> Dual<Dual<Double>>
  let first: @Sendable (Double) -> Double
  let second: @Sendable (Double) -> Double

  /// The largest deviation of value-carrying tangents from the analytic derivatives, relative to 1 + |derivative|.
  func deviation() -> Double {
    var worst = 0.0
    for x in points {
      let y = dual(Dual(Dual(x, tangent: 1), tangent: Dual(constant: 1)))
      let pairs = [(y.primal.tangent, first(x)), (y.tangent.primal, first(x)), (y.tangent.tangent, second(x))]
      for (found, expected) in pairs { worst = max(worst, (found - expected).magnitude / (1 + expected.magnitude)) }
    }
    return worst
  }
}

private typealias Second = Dual<Dual<Double>>
private let ordinary = [-2.3, -0.7, 0.2, 1.1, 2.9]
private let positive = [0.01, 0.5, 1, 3.7, 40]
private func sigmoid(_ x: Double) -> Double { Double.sigmoid(x) }

let analyticFunctions: [AnalyticFunction] = [
  .init(name: "x³", points: ordinary, dual: { $0 * $0 * $0 }, first: { 3 * $0 * $0 }, second: { 6 * $0 }),
  .init(
    name: "1/x", points: ordinary, dual: { 1 / $0 }, first: { -1 / ($0 * $0) }, second: { 2 / ($0 * $0 * $0) }),
  .init(
    name: "x/(x + 4)", points: ordinary, dual: { $0 / ($0 + 4) }, first: { 4 / (($0 + 4) * ($0 + 4)) },
    second: { -8 / (($0 + 4) * ($0 + 4) * ($0 + 4)) }),
  .init(
    name: "√x", points: positive, dual: { $0.squareRoot() }, first: { 0.5 / $0.squareRoot() },
    second: { -0.25 / ($0 * $0.squareRoot()) }),
  .init(
    name: "eˣ", points: ordinary, dual: { Second.exp($0) }, first: { Double.exp($0) }, second: { Double.exp($0) }),
  .init(name: "ln x", points: positive, dual: { Second.log($0) }, first: { 1 / $0 }, second: { -1 / ($0 * $0) }),
  .init(
    name: "tanh x", points: ordinary, dual: { Second.tanh($0) },
    first: { 1 - Double.tanh($0) * Double.tanh($0) },
    second: { -2 * Double.tanh($0) * (1 - Double.tanh($0) * Double.tanh($0)) }),
  .init(
    name: "σ(x)", points: ordinary, dual: { Second.sigmoid($0) }, first: { sigmoid($0) * (1 - sigmoid($0)) },
    second: { sigmoid($0) * (1 - sigmoid($0)) * (1 - 2 * sigmoid($0)) }),
  .init(
    name: "erf x", points: ordinary, dual: { Second.erf($0) },
    first: { 2 / Double.pi.squareRoot() * Double.exp(-$0 * $0) },
    second: { -4 * $0 / Double.pi.squareRoot() * Double.exp(-$0 * $0) }),
  .init(
    name: "2 + x·x, fused", points: ordinary, dual: { Second(2).addingProduct($0, $0) }, first: { 2 * $0 },
    second: { _ in 2 }),
  .init(
    name: "|x|³", points: ordinary, dual: { $0.magnitude * $0 * $0 },
    first: { ($0 < 0 ? -3 : 3) * $0 * $0 }, second: { ($0 < 0 ? -6 : 6) * $0 }),
  .init(
    name: "x − n·(x² rounded up)", points: ordinary, dual: { $0 * $0 - ($0 * $0).rounded(.up) }, first: { 2 * $0 },
    second: { _ in 2 }),
  .init(
    name: "x³ mod 1", points: ordinary, dual: { ($0 * $0 * $0).remainder(dividingBy: 1) }, first: { 3 * $0 * $0 },
    second: { 6 * $0 }),
  .init(
    name: "10 mod x²", points: [1.1, 2.9], dual: { Second(10).truncatingRemainder(dividingBy: $0 * $0) },
    first: { -2 * $0 * (10 / ($0 * $0)).rounded(.down) }, second: { -2 * (10 / ($0 * $0)).rounded(.down) }),
  .init(
    name: "significand of x²", points: ordinary, dual: { ($0 * $0).significand },
    first: { 2 * $0 / ($0 * $0).binade }, second: { 2 / ($0 * $0).binade }),
  .init(
    name: "min(x², x⁴)", points: ordinary, dual: { Swift.min($0 * $0, $0 * $0 * $0 * $0) },
    first: { $0.magnitude < 1 ? 4 * $0 * $0 * $0 : 2 * $0 }, second: { $0.magnitude < 1 ? 12 * $0 * $0 : 2 }),
]

@Suite("Dual numbers: derivatives") struct DualDerivativeTests {
  @Test("First and second derivatives are the analytic ones", arguments: analyticFunctions.indices)
  func derivatives(index: Int) {
    let function = analyticFunctions[index]
    let deviation = function.deviation()
    #expect(deviation < 1e-13, "\(function.name): \(deviation)")
  }

  @Test("A wrong derivative is found") func wrongDerivativeIsFound() {
    let wrong = AnalyticFunction(
      name: "x² taken for x³", points: ordinary, dual: { $0 * $0 }, first: { 3 * $0 * $0 }, second: { 6 * $0 })
    #expect(wrong.deviation() > 0.1)
    let onlySecond = AnalyticFunction(
      name: "x²", points: ordinary, dual: { $0 * $0 }, first: { 2 * $0 }, second: { _ in 2.001 })
    #expect(onlySecond.deviation() > 1e-4)
  }

  @Test("The scalar layer's functions differentiate themselves", arguments: [-1.7, -0.4, 0.3, 2.2])
  func unaryFunctions(x: Double) {
    for function in UnaryFunction.allCases where !(x < 0 && [.squareRoot, .log].contains(function)) {
      let y = function.value(at: Dual(x, tangent: 1), parameter: 0.1)
      let expected = function.derivative(at: x, value: y.primal, parameter: 0.1)
      #expect((y.tangent - expected).magnitude < 1e-13 * (1 + expected.magnitude), "\(function)")
    }
  }

  @Test("A direction's derivative is linear in the direction") func directions() {
    func f<S: Scalar>(_ x: S, _ y: S) -> S { S.exp(x * y) / (1 + x * x) }
    let alongX = f(Dual(0.7, tangent: 1), Dual(-1.3, tangent: 0)).tangent
    let alongY = f(Dual(0.7, tangent: 0), Dual(-1.3, tangent: 1)).tangent
    let both = f(Dual(0.7, tangent: 2), Dual(-1.3, tangent: -3)).tangent
    #expect((both - (2 * alongX - 3 * alongY)).magnitude < 1e-14)
  }
}
