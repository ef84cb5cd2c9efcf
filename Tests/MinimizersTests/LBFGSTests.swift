import GlissadeTesting
import Testing

@Suite struct LBFGSTests {
  static let searches: [LBFGS] = [
    LBFGS(), LBFGS(historySize: 3, lineSearch: .backtracking), LBFGS(lineSearch: .zoom, firstStep: .euclideanNorm),
    LBFGS(learningRate: 0.2, lineSearch: .none),
    LBFGS(learningRate: 0.2, lineSearch: .none, firstStep: .euclideanNorm),
  ]

  private func trainer<S: Scalar>(_ rule: LBFGS, _ type: S.Type) -> Trainer<Classifier<some Layer>, LBFGS, S> {
    let model = Sequential {
      Dense(64, 12)
      Tanh()
      Dense(12, 10)
    }
    return Trainer(Classifier(model), optimizer: rule, scalar: S.self, seed: 3)
  }

  private func digits() throws -> LabeledExamples { try Digits.load().training.selecting(Array(0..<60)) }

  /// Whole-batch training through the trainer: each search brings the loss down, never up.
  @Test(arguments: searches)
  func trains(_ rule: LBFGS) throws {
    var trainer = trainer(rule, Double.self)
    let history = try trainer.fit(digits(), epochs: 25).map(\.training.loss)
    #expect(history[24] < 0.1 * history[0])
    if rule.lineSearch != .none {
      for (before, after) in zip(history, history.dropFirst()) { #expect(after < before) }
    }
  }

  /// In narrow types, whose rounding ends the descent sooner, too.
  @Test func trainsInEveryPrecision() throws {
    func loss<S: Scalar>(_ type: S.Type) throws -> (first: Double, last: Double) {
      var trainer = trainer(LBFGS(), S.self)
      let history = try trainer.fit(digits(), epochs: 15).map(\.training.loss)
      return (history[0], history[14])
    }
    for (first, last) in [try loss(Float.self), try loss(Float16.self), try loss(BFloat16.self)] {
      #expect(last < 0.5 * first)
    }
  }

  /// The same bits again, with any number of threads.
  @Test func repeats() throws {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let hashes = try [1, 1, 2, 3].map { count in
      ThreadPool.threadCount = count
      var trainer = trainer(LBFGS(), Float.self)
      try trainer.fit(digits(), epochs: 6)
      return trainer.parameters.bitHash
    }
    #expect(Set(hashes).count == 1)
  }

  /// Going on from a saved state equals not having stopped; without the state it does not.
  @Test(arguments: searches)
  func resumes(_ rule: LBFGS) throws {
    let examples = try digits()
    var whole = trainer(rule, Double.self)
    try whole.fit(examples, epochs: 9)
    var first = trainer(rule, Double.self)
    try first.fit(examples, epochs: 5)
    func rest(_ state: OptimizerState<Double>?) throws -> (String, OptimizerState<Double>) {
      var second = Trainer(
        first.objective, optimizer: rule, parameters: first.parameters, state: state, step: first.step,
        epoch: first.epoch, seed: first.seed)
      try second.fit(examples, epochs: 4)
      return (second.parameters.bitHash, second.state)
    }
    let (hash, state) = try rest(first.state)
    #expect(hash == whole.parameters.bitHash)
    #expect(state == whole.state)
    #expect(try rest(nil).0 != whole.parameters.bitHash)
  }

  /// The state holds as many pairs as there were steps, at most m.
  @Test func stateIsAsDescribed() throws {
    var trainer = trainer(LBFGS(historySize: 3), Double.self)
    #expect(trainer.state.slotNames == ["direction", "previousGradient", "stepLength"])
    for pairs in [0, 1, 2, 3, 3] {
      try trainer.fit(digits(), epochs: 1)
      #expect(trainer.state.slots.count == 3 + 3 * pairs && trainer.state.slotNames.count == 3 + 3 * pairs)
    }
    #expect(trainer.state.slotNames[3...5] == ["step.0", "gradientChange.0", "reciprocal.0"])
  }

  /// With a fixed step and nothing remembered, the first step is the scaled gradient's.
  @Test func firstSteps() {
    let function = Himmelblau()
    let (value, gradient) = function.evaluator(in: Double.self).valueAndGradient(at: function.vector([0, 0]))
    func step(_ first: LBFGS.FirstStep) -> [Double] {
      let rule = LBFGS(learningRate: 0.5, lineSearch: .none, firstStep: first)
      var parameters = function.vector([0, 0], of: Double.self)
      var state = rule.initialState(for: parameters)
      var handed = Gradient(gradient, loss: value)
      rule.update(&parameters, along: &handed, state: &state)
      return parameters.values.elements
    }
    // g = (−14, −22): ‖g‖₁ = 36, ‖g‖₂ = √680.
    #expect(zip(step(.sumOfMagnitudes), [7.0 / 36, 11.0 / 36]).allSatisfy { abs($0 - $1) < 1e-15 })
    let norm = 680.0.squareRoot()
    #expect(zip(step(.euclideanNorm), [7 / norm, 11 / norm]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  /// Dual parameters go where their primals go. Step lengths have no derivatives: where none is searched for, and the first is
  /// not scaled by a sum of magnitudes, tangents are the derivative of where the parameters arrive.
  @Test(arguments: searches)
  func dualParameters(_ rule: LBFGS) {
    let function = Himmelblau()
    func end<S: Scalar>(_ start: ParameterVector<S>) -> ParameterVector<S> {
      let evaluator = function.evaluator(in: S.self)
      var (parameters, state) = (start, rule.initialState(for: start))
      for _ in 0..<4 {
        let (value, gradient) = evaluator.valueAndGradient(at: parameters)
        var handed = Gradient(gradient, loss: value, evaluator: evaluator)
        rule.update(&parameters, along: &handed, state: &state)
      }
      return parameters
    }
    let start = function.vector([1, 0.5], of: Double.self)
    let direction = function.vector([0.6, -0.8], of: Double.self)
    let dual = end(start.withTangent(direction))
    #expect(dual.values.elements.map(\.primal) == end(start).values.elements)
    guard rule.lineSearch == .none, rule.firstStep == .euclideanNorm else { return }
    var (ahead, behind) = (start, start)
    ahead.add(1e-6, direction)
    behind.add(-1e-6, direction)
    var difference = end(ahead)
    difference.add(-1, end(behind))
    difference.scale(by: 1 / 2e-6)
    difference.add(-1, ParameterVector.tangents(of: dual))
    #expect(difference.norm < 1e-5 * (1 + ParameterVector.tangents(of: dual).norm))
  }

  /// It is in the registry, and its examples can be made.
  @Test func isRegistered() throws {
    let entry = try #require(OptimizerRegistry.standard["lbfgs"])
    #expect(entry.laws.contains(.needsEvaluator))
    for settings in entry.examples { _ = try entry.make(settings) }
    let made = try #require(try entry.make(["lineSearch": "zoom", "historySize": "7"]) as? LBFGS)
    #expect(made.lineSearch == .zoom && made.historySize == 7)
    #expect(throws: OptimizerError.self) { _ = try entry.make(["historySize": "0"]) }
  }
}
