import GlissadeTraining

/// The measurements of the steps of a run through the examples as they come, by name, in order.
func measure<Goal: Objective, S: Scalar>(
  _ trainer: Trainer<Goal, some Optimizer, S>, on examples: Goal.Examples, _ names: String..., steps: Int,
  batchSize: Int? = nil, every interval: Int = 1
) throws -> [String: [Double]] {
  var run = try TrainingRun(
    trainer, training: examples,
    plan: TrainingPlan(.steps(steps), batchSize: batchSize, order: .fixed(Array(0..<examples.count))),
    monitors: MonitorSet(named: names, every: interval))
  var result: [String: [Double]] = [:]
  while let event = try run.next() {
    guard case .step(let step) = event else { continue }
    for measurement in step.measurements { result[measurement.name, default: []].append(measurement.value) }
  }
  return result
}

/// A bowl with a Hessian of the given eigenvalues, about points of unit variance around zero; θ begins with every element 1.
struct NoisyBowl {
  let objective: Quadratic
  let examples: UnlabeledExamples

  init(eigenvalues: [Double], pointCount: Int) {
    let count = eigenvalues.count
    let vectors = Tensor<Double>([count, count], Orthogonal().values(shape: [count, count], stream: Self.stream))
    objective = Quadratic(Spectrum(eigenvalues: eigenvalues, eigenvectors: vectors))
    examples = UnlabeledExamples(features: .normal([pointCount, count], seed: 3))
  }

  private static var stream: RandomStream { RandomStream(seed: 2, purpose: .checking, index: 0) }
}
