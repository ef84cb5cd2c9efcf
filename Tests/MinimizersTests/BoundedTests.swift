@testable import GlissadeOptimizers
import GlissadeTesting
import Testing

@Suite struct BoundedTests {
  /// On convex quadratics in a box the result meets the conditions of a minimum: no slope where it is free, and a slope that
  /// pushes against the bound where it is not. (Values of size 10 do not tell of gradients much below 1e-6.)
  @Test(arguments: 1...12)
  func quadraticsInABox(_ seed: Int) {
    let size = 3 + seed
    let factor = makeSystem(size, seed: UInt64(seed)).matrix
    var matrix = factor.matrixProduct(factor, otherTransposed: true)
    for index in 0..<size { matrix[index, index] += 0.1 }
    let center = Tensor<Double>.normal([size], seed: UInt64(100 + seed)).elements
    let rows = (0..<size).map { row in (0..<size).map { matrix[row, $0] } }
    let function = QuadraticForm(matrix: rows, center: center, start: Array(repeating: 0.2, count: size))
    var lower = Array(repeating: -0.5, count: size)
    lower[0] = -.infinity
    let box = Box(lower: lower, upper: Array(repeating: 0.5, count: size))
    let evaluator = function.evaluator(in: Double.self)
    let found = LBFGSB(within: box).minimize(
      evaluator, from: function.vector(function.start), until: Stopping(gradient: 1e-6))
    #expect(found.succeeded, "\(found.reason)")
    let gradient = evaluator.valueAndGradient(at: found.point).gradient.values.elements
    var active = 0
    for (index, x) in found.point.values.elements.enumerated() {
      #expect(x >= lower[index] && x <= 0.5)
      if x == 0.5 {
        #expect(gradient[index] <= 1e-6)
      } else if x == lower[index] {
        #expect(gradient[index] >= -1e-6)
      } else {
        #expect(abs(gradient[index]) <= 1e-6)
      }
      active += x == 0.5 || x == lower[index] ? 1 : 0
    }
    #expect(active > 0)
  }

  /// A start outside is moved inside; bounds that are not reached change nothing.
  @Test func boundsOfNoConsequence() {
    let function = Himmelblau()
    let evaluator = function.evaluator(in: Double.self)
    let wide = Box(lower: [-100, -100], upper: [100, 100])
    let found = LBFGSB(within: wide).minimize(
      evaluator, from: function.vector([500, -300]), until: Stopping(gradient: 1e-8))
    #expect(found.succeeded && function.distance(from: found.point) < 1e-6)
    let corner = LBFGSB(within: Box(lower: [5, 5], upper: [6, 6])).minimize(
      evaluator, from: function.vector([0, 0]), until: Stopping())
    #expect(corner.point.values.elements == [5, 5] && corner.succeeded)
  }

  /// The limited memory's Hessian is the inverse of its inverse, and both meet the secant condition.
  @Test(arguments: [1, 3, 7])
  func hessianInvertsItsInverse(_ count: Int) {
    let (base, vector) = makeSystem(9, seed: 4)
    let matrix = base.matrixProduct(base, otherTransposed: true) + Tensor.identity(9)
    var memory = LimitedMemory<Double>()
    for index in 0..<count + 2 {
      let step = Tensor<Double>.normal([9], seed: UInt64(20 + index))
      memory.add(step, matrix.applied(to: step), threshold: 0, capacity: count)
    }
    #expect(memory.pairs.count == count)
    let hessian = LimitedMemoryHessian(memory)
    let back = hessian.product(with: memory.product(with: vector))
    #expect((back - vector).largestMagnitude < 1e-10)
    guard let last = memory.pairs.last else { return }
    #expect((memory.product(with: last.gradientChange) - last.step).largestMagnitude < 1e-12)
    #expect((hessian.product(with: last.step) - last.gradientChange).largestMagnitude < 1e-10)
  }
}
