import Testing

@testable import GlissadeOptimizers

@Suite struct MatrixRuleTests {
  private func vector(_ layout: ParameterLayout, _ index: Int) -> ParameterVector<Double> {
    ParameterVector(Tensor([layout.count], makeNumbers(layout.count, index: index)), layout: layout)
  }

  /// The iteration brings the singular values of an ordinary matrix near 1 and keeps its singular vectors.
  @Test(arguments: [[4, 4], [3, 8], [8, 3]]) func newtonSchulzIsNearlyOrthogonal(_ sizes: [Int]) {
    let matrix = makeMatrix(sizes[0], sizes[1], of: Double.self)
    let result = NewtonSchulz()(matrix.scaled(by: 1 / matrix.euclideanNorm))
    let axis = sizes[0] > sizes[1] ? 1 : 0
    for value in SymmetricEigen(of: result.modeGram(axis)).values.doubles { #expect((0.4...1.5) ~= value.squareRoot()) }
    let product = result.matrixProduct(matrix, transposed: axis == 1, otherTransposed: axis == 0)
    #expect(largestDifference(product, product.transposed([1, 0])) < 1e-12)
  }

  /// What is not a matrix of weights goes as AdamW would take it.
  @Test func muonLeavesTheRestToAdam() {
    let shapes: [(Shape, Parameter.Role)] = [([6], .bias), ([5, 4], .embedding), ([2, 3, 2], .weight)]
    let layout = ParameterLayout(
      shapes.enumerated().map { ("\($0.offset)", Parameter($0.element.0, role: $0.element.1, initializer: Zeros())) })
    let gradients = (1...5).map { vector(layout, $0) }
    var muon = Trajectory(Muon(learningRate: 0.1, adamWeightDecay: 0.2), from: vector(layout, 0))
    muon.run(gradients)
    var adam = Trajectory(AdamW(learningRate: 0.1, weightDecay: 0.2), from: vector(layout, 0))
    adam.run(gradients)
    let difference = firstDifference(
      muon.parameters.values.doubles, adam.parameters.values.doubles, rtol: 1e-12, atol: 1e-12)
    #expect(difference == nil)
    // The option takes the table of embeddings in.
    var matrices = Trajectory(
      Muon(learningRate: 0.1, targets: .matrices, adamWeightDecay: 0.2), from: vector(layout, 0))
    matrices.run(gradients)
    #expect(matrices.parameters[0] == muon.parameters[0])
    #expect(largestDifference(matrices.parameters[1], muon.parameters[1]) > 1e-3)
  }

  /// A kernel goes as the matrix of its outputs by all else, and a transposed matrix as the other layout says.
  @Test func muonSeesKernelsAndLayouts() {
    let kernel = makeLayout([[4, 3, 2]])
    let matrix = makeLayout([[4, 6]])
    var first = Trajectory(Muon(targets: .kernels), from: vector(kernel, 0))
    first.run((1...3).map { vector(kernel, $0) })
    var second = Trajectory(Muon(), from: vector(matrix, 0))
    second.run((1...3).map { vector(matrix, $0) })
    #expect(first.parameters.bits == second.parameters.bits)

    let turned = makeLayout([[6, 4]])
    func transposed(_ index: Int) -> ParameterVector<Double> {
      ParameterVector(vector(matrix, index)[0].transposed([1, 0]), layout: turned)
    }
    for adjustment in Muon.Adjustment.allCases {
      var outIn = Trajectory(Muon(adjustment: adjustment), from: vector(matrix, 0))
      outIn.run((1...3).map { vector(matrix, $0) })
      var inOut = Trajectory(Muon(adjustment: adjustment, axes: .inOut), from: transposed(0))
      inOut.run((1...3).map(transposed))
      #expect(largestDifference(inOut.parameters[0].transposed([1, 0]), outIn.parameters[0]) < 1e-14)
    }
  }

  /// On diagonal matrices Shampoo is AdaGrad: L^(−1/4) G R^(−1/4) = g/√(ε + Σ g²), momentum included.
  @Test(arguments: [0.0, 0.6]) func shampooOfDiagonalMatricesIsAdaGrad(_ momentum: Double) {
    let layout = makeLayout([[2, 2]])
    let rule = Shampoo(learningRate: 0.3, momentum: momentum, weightDecay: 0.1, decay: .decoupled, epsilon: 0.01)
    let start = [1.5, -0.5]
    let gradients = [[0.3, -2], [1, 0.5], [-0.7, 0.1], [0.2, 0.4]]
    func diagonal(_ values: [Double]) -> ParameterVector<Double> {
      ParameterVector(Tensor([4], [values[0], 0, 0, values[1]]), layout: layout)
    }
    var trajectory = Trajectory(rule, from: diagonal(start))
    trajectory.run(gradients.map(diagonal))
    for index in 0..<2 {
      var (weight, sum, last) = (start[index], 0.01, 0.0)
      for (step, gradient) in gradients.enumerated() {
        let g = step == 0 ? gradient[index] : gradient[index] + momentum * (last - gradient[index])
        sum += g * g
        last = g / sum.squareRoot()
        weight = weight * (1 - 0.3 * 0.1) - 0.3 * last
      }
      #expect((trajectory.parameters.values.doubles[3 * index] - weight).magnitude < 1e-14)
    }
  }

  /// Steps are as long as those of the grafted method; without a graft they are Shampoo's own.
  @Test func graftsGiveTheLengthOfSteps() {
    let layout = makeLayout([[5, 3]])
    func step(_ graft: ScalableShampoo.Graft) -> Tensor<Double> {
      let rule = ScalableShampoo(
        learningRate: 1, beta1: 0, nesterov: false, graft: graft, startingStep: 1, interval: 1)
      var trajectory = Trajectory(rule, from: ParameterVector<Double>.zeros(layout))
      trajectory.run([vector(layout, 1)])
      return trajectory.parameters[0]
    }
    let gradient = vector(layout, 1)[0]
    #expect((step(.sgd).euclideanNorm - gradient.euclideanNorm).magnitude < 1e-12)
    #expect((step(.sign).euclideanNorm - 15.0.squareRoot()).magnitude < 1e-12)
    #expect((step(.adagrad).euclideanNorm - 15.0.squareRoot()).magnitude < 1e-8)
    #expect((step(.rmsprop).euclideanNorm - (15 / 0.001).squareRoot()).magnitude < 1e-5)
    let own = step(.none)
    let parallel = own.scaled(by: gradient.euclideanNorm / own.euclideanNorm)
    #expect(largestDifference(parallel, step(.sgd)) < 1e-12)
    #expect((own.euclideanNorm - gradient.euclideanNorm).magnitude > 0.1)
  }

  /// SOAP without bases, of vectors, is Adam that begins a step late.
  @Test func soapOfVectorsIsAdam() {
    let layout = makeLayout([[7]])
    let gradients = (1...5).map { vector(layout, $0) }
    var soap = Trajectory(
      SOAP(learningRate: 0.1, beta1: 0.9, beta2: 0.9, weightDecay: 0, epsilon: 1e-12), from: vector(layout, 0))
    soap.run(gradients)
    var adam = Trajectory(Adam(learningRate: 0.1, beta1: 0.9, beta2: 0.9, epsilon: 1e-12), from: vector(layout, 0))
    adam.run(gradients.dropFirst())
    #expect(largestDifference(soap.parameters[0], adam.parameters[0]) < 1e-9)
  }
}
