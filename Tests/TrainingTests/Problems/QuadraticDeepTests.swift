import GlissadeTraining
import Testing

/// The losses of a published run, with those of NumPy in Double.
struct PublishedRun: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let first: (published: Double, exact: Double)
  let last: (published: Double, exact: Double)

  var testDescription: String { "seed \(seed)" }
}

@Suite struct QuadraticDeepTests {
  static let problem = QuadraticDeep()
  private var problem: QuadraticDeep { Self.problem }

  /// The figures of DeepOBS's authors.
  @Test func extremeEigenvalues() throws {
    let eigenvalues = problem.objective.spectrum.eigenvalues
    let (largest, smallest) = (try #require(eigenvalues.max()), try #require(eigenvalues.min()))
    #expect((largest - 53.129).magnitude < 5e-4)
    #expect((smallest - 0.005522).magnitude < 5e-7)
    #expect(eigenvalues.count { $0 < 1 } == 90)
    #expect(eigenvalues.count { $0 >= 30 } == 10)
  }

  @Test func theHessianHasThatSpectrum() { checkSpectrum(problem.objective) }

  /// Elements of the Hessian and of the points as NumPy 2.4.6 computes them from the definition.
  @Test func elements() {
    let hessian = problem.objective.hessian
    let entries = [
      (0, 0, 6.221429443252536), (0, 1, 1.1270198982225974), (17, 63, 0.2687886425965864),
      (50, 50, 3.5844074809803583), (99, 2, -0.1329961811979622), (99, 99, 6.305663773355068),
    ]
    for (row, column, expected) in entries {
      #expect((hessian[row, column] - expected).magnitude < 1e-13, "Q[\(row), \(column)]")
    }
    let (training, test) = (problem.training.features, problem.test.features)
    #expect(training.shape == [1000, 100])
    #expect(test.shape == [896, 100])
    #expect(training[0, 0] == 0.29802849888801575 && training[0, 99] == -0.14075228571891785)
    #expect(training[500, 50] == -0.981336772441864 && training[999, 99] == 0.07203776389360428)
    #expect(test[0, 0] == 0.15443995594978333 && test[0, 99] == 0.3514865040779114)
    #expect(test[500, 50] == -0.7988237142562866 && test[895, 99] == 0.508416473865509)
  }

  /// DeepOBS's 353.446764 is the mean of seven batches in Float, whose unit in the last place is 3e-5 there. The second
  /// figure is NumPy's in Double.
  @Test func lossAtTheStart() {
    #expect((startLoss(Double.self) - 353.446764).magnitude < 2e-6)
    #expect((startLoss(Double.self) - 353.44676546611583).magnitude < 1e-10)
    #expect((startLoss(Float.self) - 353.446764).magnitude < 3e-5)
    // In the narrow types a number of this size has a spacing of ¼ and 2; the sum over a batch would overflow Float16.
    for kind in [ScalarKind.float16, .bfloat16] { #expect((startLoss(kind.type) - 353.446764).magnitude < 1.5) }
  }

  private func startLoss<S: Scalar>(_ type: S.Type) -> Double {
    Trainer(problem.objective, optimizer: GradientDescent(), scalar: S.self).evaluate(
      problem.test, batchSize: problem.batchSize
    ).loss
  }

  /// The published losses after one and after a hundred epochs, to their last digit, and NumPy's in Double.
  @Test(arguments: [
    PublishedRun(seed: 46, first: (105.445, 105.44535496606188), last: (87.518, 87.51817189367603)),
    PublishedRun(seed: 48, first: (105.103, 105.10346937738157), last: (87.165, 87.1647107431942)),
  ])
  func gradientDescent(_ run: PublishedRun) throws {
    let losses = try train(Double.self, epochs: 100, seed: run.seed).losses
    try #require(losses.count == 100)
    #expect((losses[0] - run.first.published).magnitude < 5e-4)
    #expect((losses[99] - run.last.published).magnitude < 5e-4)
    #expect((losses[0] - run.first.exact).magnitude < 1e-9)
    #expect((losses[99] - run.last.exact).magnitude < 1e-9)
    let rounded = try train(Float.self, epochs: 100, seed: run.seed).losses
    #expect((rounded[99] - losses[99]).magnitude < 1e-3)
  }

  @Test func threadCountChangesNoBit() throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let hashes = try [1, 2].map { count in
      ThreadPool.threadCount = count
      #expect(QuadraticDeep().objective.hessian == problem.objective.hessian)
      return [try train(Float.self, epochs: 3).hash, try train(Double.self, epochs: 3).hash]
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0][0] != hashes[0][1])
  }

  private func train<S: Scalar>(
    _ type: S.Type, epochs: Int, seed: UInt64 = 46
  ) throws -> (losses: [Double], hash: String) {
    var trainer = Trainer(problem.objective, optimizer: GradientDescent(learningRate: 0.01584893), scalar: S.self)
    let history = try trainer.fit(
      problem.training, validation: problem.test, epochs: epochs, batchSize: problem.batchSize,
      order: QuadraticDeep.order(seed: seed), dropsLast: true)
    #expect(trainer.step == 7 * epochs)
    return (history.compactMap { $0.validation?.loss }, trainer.parameters.bitHash)
  }

  /// Neither the Hessian's conversion nor anything else takes memory once the pool has it.
  @Test(arguments: ScalarKind.allCases)
  func stepsInSteadyStateAllocateNothing(_ kind: ScalarKind) throws { try checkAllocations(kind.type) }

  private func checkAllocations<S: Scalar>(_ type: S.Type) throws {
    var trainer = Trainer(problem.objective, optimizer: GradientDescent(learningRate: 0.01), scalar: S.self)
    let batch = Batch(problem.training, indices: Array(0..<16)[...])
    for _ in 0..<3 { try trainer.step(on: batch) }
    let before = trainer.pool.statistics
    for _ in 0..<5 { try trainer.step(on: batch) }
    #expect(trainer.pool.statistics.allocations == before.allocations)
    #expect(trainer.pool.statistics.requests > before.requests)
  }

  /// Other batch sizes leave out other points.
  @Test func batchSizes() {
    #expect(QuadraticDeep(batchSize: 300).test.count == 900)
    #expect(QuadraticDeep(batchSize: 100).test.count == 1_000)
  }
}
