import GlissadeTensor
import Testing

/// Gradients of programs whose derivatives are known in closed form.
@Suite struct TapeGradientTests {
  private let tape = Tape<Double>()

  @Test func gradientOfOneOperation() {
    let x = tape.variable(Tensor([3], [1, 2, -3]))
    let gradient = tape.gradient(of: square(x).sum(), by: [x])
    #expect(gradient[0].elements == [2, 4, -6])
  }

  @Test func usesOfOneVariableAddUp() {
    let x = tape.variable(Tensor([2], [3, 5]))
    // x² + 4x + x: 2x + 5
    let gradient = tape.gradient(of: (x * x + 4 * x + x).sum(), by: [x])
    #expect(gradient[0].elements == [11, 15])
  }

  @Test func sharedSubexpressionsAddUp() {
    let x = tape.variable(Tensor([2], [2, -1]))
    let shared = square(x)
    // s² + s x = x⁴ + x³: 4x³ + 3x²
    let gradient = tape.gradient(of: (shared * shared + shared * x).sum(), by: [x])
    #expect(gradient[0].elements == [44, -1])
  }

  @Test func aDiamondIsTraversedOnce() {
    // Doubling thirty times would take 2³⁰ visits if each path were walked by itself.
    let x = tape.variable(Tensor<Double>(1))
    var y = x
    for _ in 0..<30 { y = y + y }
    #expect(tape.gradient(of: y, by: [x])[0].item == 0x1p30)
  }

  @Test func severalVariablesInAnyOrder() {
    let a = tape.variable(Tensor([2], [1, 2]))
    let b = tape.variable(Tensor([2], [3, 5]))
    let result = (a * b).sum()
    let gradients = tape.gradient(of: result, by: [b, a, b])
    #expect(gradients.map(\.elements) == [[1, 2], [3, 5], [1, 2]])
  }

  @Test func broadcastOperandsGetSums() {
    let matrix = tape.variable(counting([2, 3]))
    let row = tape.variable(Tensor([3], [1, 1, 1]))
    let number = tape.variable(Tensor<Double>(2))
    let gradients = tape.gradient(of: (matrix * row * number).sum(), by: [matrix, row, number])
    #expect(gradients[0] == Tensor([2, 3], repeating: 2))
    #expect(gradients[1].elements == [6, 10, 14])
    #expect(gradients[2].item == 15)
  }

  @Test func stopGradientCutsTheFlow() {
    let x = tape.variable(Tensor([2], [3, 5]))
    let y = x * x.stopGradient()
    #expect(y.value.elements == [9, 25])
    #expect(tape.gradient(of: y.sum(), by: [x])[0].elements == [3, 5])
    let cut = square(x).stopGradient().sum()
    #expect(tape.gradient(of: cut, by: [x])[0].elements == [0, 0])
  }

  @Test func constantsAndUnusedVariablesGetZeros() {
    let x = tape.variable(Tensor([2], [3, 5]))
    let unused = tape.variable(counting([2, 2]))
    let constant = tape.constant(Tensor([2], [7, 8]))
    let gradients = tape.gradient(of: (x * constant).sum(), by: [x, unused, constant])
    #expect(gradients[0].elements == [7, 8])
    #expect(gradients[1] == .zeros([2, 2]))
    #expect(gradients[2] == .zeros([2]))
  }

  @Test func whatIsRecordedAfterTheResultPlaysNoPart() {
    let x = tape.variable(Tensor<Double>(3))
    let early = square(x)
    let late = early * early
    #expect(tape.gradient(of: early, by: [x])[0].item == 6)
    #expect(tape.gradient(of: late, by: [x])[0].item == 108)
  }

  @Test func repeatedPullbacksDoNotAccumulate() {
    let x = tape.variable(Tensor<Double>(3))
    let y = square(x)
    for _ in 0..<3 { #expect(tape.gradient(of: y, by: [x])[0].item == 6) }
  }

  @Test func gradientsAreValuesOfTheirOwn() {
    let x = tape.variable(Tensor([2], [1, 1]))
    let y = tape.variable(Tensor([2], [1, 1]))
    // Both arguments of a sum get the same cotangent tensor; adding to one must not show in the other.
    let gradients = tape.gradient(of: (x + y + x).sum(), by: [x, y])
    #expect(gradients[0].elements == [2, 2])
    #expect(gradients[1].elements == [1, 1])
  }

  @Test func aPullBackOfAVectorIsTheJacobianTransposed() {
    let a = Tensor<Double>([3, 2], [1, 2, 3, 4, 5, 6])
    let x = tape.variable(Tensor([2, 1], [1, -1]))
    let y = tape.constant(a).matrixProduct(x)
    let cotangent = Tensor<Double>([3, 1], [1, 10, 100])
    #expect(tape.pullBack(cotangent, from: y, to: [x])[0].elements == [531, 642])
  }

  @Test func aPullBackIsLinearInTheCotangent() {
    let x = tape.variable(sample([2, 3]))
    let y = softmax(tanh(x))
    let (u, v) = (sample([2, 3], seed: 2), sample([2, 3], seed: 3))
    let (fromU, fromV) = (tape.pullBack(u, from: y, to: [x])[0], tape.pullBack(v, from: y, to: [x])[0])
    #expect(isClose(tape.pullBack(2 * u - v, from: y, to: [x])[0], 2 * fromU - fromV))
  }

  /// The gradient by a value in the middle of a program, and by the result itself.
  @Test func intermediateValuesHaveGradients() {
    let x = tape.variable(Tensor([2], [2, 3]))
    let middle = square(x)
    let result = square(middle).sum()
    let gradients = tape.gradient(of: result, by: [middle, x, result])
    #expect(gradients[0].elements == [8, 18])
    #expect(gradients[1].elements == [32, 108])
    #expect(gradients[2].item == 1)
  }

  @Test func dualNumbersGiveSecondDerivatives() {
    let tape = Tape<Dual<Double>>()
    let x = tape.variable(Tensor<Dual<Double>>(Dual(2, tangent: 1)))
    // x³: 3x² and 6x
    let gradient = tape.gradient(of: square(x) * x, by: [x])[0].item
    #expect(gradient.primal == 12)
    #expect(gradient.tangent == 12)
  }
}
