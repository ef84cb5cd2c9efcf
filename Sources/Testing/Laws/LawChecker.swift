/// Tries the laws on an optimizer in one scalar type.
struct LawChecker<S: Scalar> {
  private let name: String
  let shapes: [Shape] = [[4, 3], [5], [3, 2, 2], [1], [9]]
  private let steps = 8

  init(_ name: String) { self.name = name }

  /// All laws that are broken.
  func violations(_ rule: some Optimizer, _ laws: OptimizerLaws) -> [LawViolation] {
    var found: [LawViolation] = []
    func note(_ law: OptimizerLaw, _ message: String?) {
      guard let message else { return }
      found.append(LawViolation(optimizer: name, scalar: S.name, law: law, message: message))
    }
    note(.resume, resume(rule))
    note(.identity, identity(rule))
    note(.zeroGradients, gradients(rule, ofSizes: [0]))
    note(.tinyGradients, gradients(rule, ofSizes: tinySizes))
    note(.values, values(rule))
    note(.empty, empty(rule))
    note(.accumulation, accumulation(rule, laws))
    if let elementwise = rule as? any ElementwiseOptimizer { note(.lanes, lanes(elementwise)) }
    if laws.contains(.elementwise) { note(.permutation, permutation(rule)) }
    if !laws.contains(.segmented) { note(.segments, segments(rule)) }
    if laws.contains(.scaleInvariant) && S.self == Double.self { note(.scale, scale(rule)) }
    return found
  }

  private func run(_ rule: some Optimizer) -> [UInt64] {
    var run = LawRun(rule, LawProblem<S>(shapes))
    run.run(steps)
    return run.bits
  }

  private func resume(_ rule: some Optimizer) -> String? {
    var whole = LawRun(rule, LawProblem<S>(shapes))
    var saved = [whole]
    for _ in 0..<steps {
      whole.run(1)
      saved.append(whole)
    }
    for (step, copy) in saved.enumerated() {
      var resumed = copy
      resumed.run(steps - step)
      if resumed.bits != whole.bits { return "going on from step \(step) ends elsewhere" }
      if resumed.state.bits != whole.state.bits { return "going on from step \(step) ends in another state" }
    }
    // In narrow types small steps may be lost in rounding.
    let isWide = S.self == S.Accumulator.self
    return isWide && whole.bits == saved[0].bits ? "\(steps) steps change nothing at all" : nil
  }

  private func identity(_ rule: some Optimizer) -> String? {
    let plain = run(rule)
    // Clipping does not go around loss scaling.
    let scalesLoss = rule.lossScale(rule.initialState(for: LawProblem<S>(shapes).start)) != 1
    if !scalesLoss && run(rule.clipped(toGlobalNorm: 1e30)) != plain { return "clipping to norm 1e30 does" }
    if run(rule.scheduled(.constant())) != plain { return "a constant schedule does" }
    return nil
  }

  /// Sizes from the smallest there is to one whose square just is a number.
  private var tinySizes: [S] {
    let smallest = S.leastNonzeroMagnitude
    return [smallest, 3 * smallest, .leastNormalMagnitude, S.leastNormalMagnitude.squareRoot()]
  }

  private func gradients(_ rule: some Optimizer, ofSizes sizes: [S]) -> String? {
    for size in sizes {
      var alone = LawRun(rule, LawProblem<S>(shapes))
      alone.run(6, gradientsOfSize: size)
      if !alone.isFinite { return "gradients of size \(size) alone do not" }
      var after = LawRun(rule, LawProblem<S>(shapes))
      after.run(2)
      after.run(6, gradientsOfSize: size)
      if !after.isFinite { return "gradients of size \(size) after ordinary ones do not" }
    }
    return nil
  }

  private func values(_ rule: some Optimizer) -> String? {
    let problem = LawProblem<S>(shapes)
    var parameters = problem.start
    let copy = parameters
    var state = rule.initialState(for: parameters)
    let gradient = problem.gradient(1, at: parameters)
    let before = gradient.vector.values.elements.map(\.hashBits)
    var handed = gradient
    rule.update(&parameters, along: &handed, state: &state)
    if gradient.vector.values.elements.map(\.hashBits) != before { return "a copy of the gradient was changed" }
    if copy != problem.start { return "a copy of the parameters was changed" }
    return nil
  }

  private func empty(_ rule: some Optimizer) -> String? {
    var run = LawRun(rule, LawProblem<S>([]))
    run.run(2)
    return run.isFinite ? nil : "its state is not finite"
  }

  /// The rule through memory, in registers with a rest of single scalars, against the rule on one scalar after another.
  private func lanes(_ rule: some ElementwiseOptimizer) -> String? {
    // Long vectors are divided among threads, and into blocks of 1,024 in narrow types.
    let long = S.self == Float.self ? 16_384 + 19 : 1_024 + 19
    for count in Array(1...18) + [33, 40, long] {
      let problem = LawProblem<S>([[count]])
      var run = LawRun(rule, problem)
      var parameters = problem.start
      var state = rule.initialState(for: parameters)
      for step in 1...2 {
        let gradient = problem.gradient(step, at: parameters)
        stepByScalars(rule, step, &parameters, gradient, &state)
      }
      run.run(2)
      if run.bits != parameters.values.elements.map(\.hashBits) { return "they differ in \(count) elements" }
    }
    return nil
  }

  private func stepByScalars(
    _ rule: some ElementwiseOptimizer, _ step: Int, _ parameters: inout ParameterVector<S>, _ gradient: Gradient<S>,
    _ state: inout OptimizerState<S>
  ) {
    let coefficients = rule.coefficients(at: Step(number: step))
    var elements = parameters.values.elements
    let gradients = gradient.values.elements
    var slots = state.slots.map(\.elements)
    for index in elements.indices {
      var w = ScalarLane(value: elements[index].accumulator)
      var lanes = Slots<ScalarLane<S.Accumulator>>()
      for slot in slots.indices { lanes[slot] = ScalarLane(value: slots[slot][index]) }
      rule.update(&w, along: ScalarLane(value: gradients[index]), &lanes, at: coefficients)
      for slot in slots.indices { slots[slot][index] = lanes[slot].value }
      elements[index] = S(accumulator: w.value)
    }
    parameters.values = Tensor([elements.count], elements)
    for slot in slots.indices { state.slots[slot] = Tensor([elements.count], slots[slot]) }
  }

  private func permutation(_ rule: some Optimizer) -> String? {
    let count = 53
    let order = RandomStream(seed: 3, purpose: .shuffling, index: 0).shuffled(count: count)
    var plain = LawRun(rule, LawProblem<S>([[count]]))
    var permuted = LawRun(rule, LawProblem<S>([[count]], order: order))
    plain.run(4)
    permuted.run(4)
    let bits = plain.bits
    return permuted.bits == order.map { bits[$0] } ? nil : "it does not"
  }

  private func segments(_ rule: some Optimizer) -> String? {
    let results = [[[60]], [[3, 7], [1], [0], [38]], [[2, 2, 15]]].map { (shapes: [Shape]) in
      var run = LawRun(rule, LawProblem<S>(shapes))
      run.run(7)
      return run.bits
    }
    return results[0] == results[1] && results[0] == results[2] ? nil : "it does"
  }

  private func scale(_ rule: some Optimizer) -> String? {
    var plain = LawRun(rule, LawProblem<S>(shapes))
    var scaled = LawRun(rule, LawProblem<S>(shapes, factor: 0x1p10))
    plain.run(steps)
    scaled.run(steps)
    for (x, y) in zip(scaled.parameters.values.doubles, plain.parameters.values.doubles)
    where !((x - y).magnitude <= 1e-5 * max(1, y.magnitude)) { return "\(x) where it was \(y)" }
    return nil
  }
}
