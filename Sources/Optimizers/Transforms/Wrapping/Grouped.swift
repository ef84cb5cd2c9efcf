/// Other hyperparameters for some parameters, or none: PyTorch's parameter groups.
///
/// ```swift
/// let optimizer = AdamW(weightDecay: 0.1).grouped(
///   .init(.roles(.bias, .normalization)) { $0.weightDecay = 0 },
///   .frozen(.names(containing: "embedding")))
/// ```
/// Each group is stepped by an optimizer of its own, with its own state; what looks at the whole gradient, such as a
/// global norm, belongs outside: `.grouped(…).clipped(toGlobalNorm: 1)`. A schedule outside scales the learning rates of
/// all groups.
public struct Grouped<Base: Optimizer>: Optimizer {
  /// Parameters, and what is different for them.
  public struct Group: Sendable {
    /// Which parameters.
    public let mask: SegmentMask
    /// What is different; nil for parameters that stay as they are.
    public let configure: (@Sendable (inout Base) -> Void)?

    /// Parameters with other hyperparameters.
    public init(_ mask: SegmentMask, _ configure: @escaping @Sendable (inout Base) -> Void) {
      self.mask = mask
      self.configure = configure
    }

    private init(frozen mask: SegmentMask) {
      self.mask = mask
      configure = nil
    }

    /// Parameters that are not trained.
    public static func frozen(_ mask: SegmentMask) -> Group { Group(frozen: mask) }
  }

  /// The optimizer of parameters in no group, and of groups before they are configured.
  public private(set) var base: Base
  /// The groups; a parameter belongs to the first whose mask includes it.
  public let groups: [Group]
  /// What the learning rates of all groups are multiplied by.
  private var rateFactor = 1.0

  init(base: Base, groups: [Group]) {
    self.base = base
    self.groups = groups
  }

  /// That of parameters in no group; to set it changes those of groups which go by it.
  public var learningRate: Double {
    get { base.learningRate * rateFactor }
    set {
      base.learningRate = newValue
      rateFactor = 1
    }
  }

  public mutating func scaleLearningRates(by factor: Double) { rateFactor *= factor }

  public var copesWithNonFinite: Bool { base.copesWithNonFinite }

  /// The optimizers of the groups and of the rest, nil for frozen parameters.
  private var optimizers: [Base?] {
    let configurations = groups.map(\.configure) + [{ _ in }]
    return configurations.map { configure in
      guard let configure else { return nil }
      var made = base
      configure(&made)
      made.scaleLearningRates(by: rateFactor)
      return made
    }
  }

  /// The segments of each group and of the rest.
  private func members(_ layout: ParameterLayout) -> [[Int]] {
    var result = Array(repeating: [Int](), count: groups.count + 1)
    for (index, segment) in layout.segments.enumerated() {
      result[groups.firstIndex { $0.mask.includes(segment) } ?? groups.count].append(index)
    }
    return result
  }

  public func initialState<S: Scalar>(for parameters: ParameterVector<S>) -> OptimizerState<S> {
    OptimizerState(
      inner: zip(optimizers, members(parameters.layout)).map { optimizer, members in
        optimizer.map { $0.unscaledState(for: parameters.part(members), within: ".grouped(…)") } ?? OptimizerState()
      })
  }

  public func update<S: Scalar>(
    _ parameters: inout ParameterVector<S>, along gradient: inout Gradient<S>, state: inout OptimizerState<S>
  ) {
    state.step += 1
    let whole = parameters
    for (group, (optimizer, members)) in zip(optimizers, members(parameters.layout)).enumerated() {
      guard let optimizer, !members.isEmpty else { continue }
      var part = whole.part(members)
      var handed = Gradient(gradient.vector.part(members), loss: gradient.loss, evaluator: nil)
      handed.evaluator = gradient.evaluator.map { partEvaluator($0, whole, members) }
      handed.multiply(by: gradient.scale)
      optimizer.update(&part, along: &handed, state: &state.inner[group])
      parameters.replacePart(members, with: part)
    }
  }

  public func evaluationPoint<S: Scalar>(
    of parameters: ParameterVector<S>, state: OptimizerState<S>
  ) -> ParameterVector<S> {
    var result = parameters
    for (group, (optimizer, members)) in zip(optimizers, members(parameters.layout)).enumerated() {
      guard let optimizer, !members.isEmpty else { continue }
      let point = optimizer.evaluationPoint(of: parameters.part(members), state: state.inner[group])
      result.replacePart(members, with: point)
    }
    return result
  }
}

extension Optimizer {
  /// This optimizer with other hyperparameters for some parameters.
  public func grouped(_ groups: Grouped<Self>.Group...) -> Grouped<Self> { Grouped(base: self, groups: groups) }

  /// This optimizer with other hyperparameters for some parameters.
  public func grouped(_ groups: [Grouped<Self>.Group]) -> Grouped<Self> { Grouped(base: self, groups: groups) }
}

/// The objective as a function of some of the parameters, the others as they are.
private func partEvaluator<S: Scalar>(
  _ whole: any Evaluator<S>, _ parameters: ParameterVector<S>, _ members: [Int]
) -> any Evaluator<S> {
  func completed(_ rest: ParameterVector<S>, _ part: ParameterVector<S>) -> ParameterVector<S> {
    var result = rest
    result.replacePart(members, with: part)
    return result
  }
  func make(_ whole: some Evaluator<S>) -> any Evaluator<S> {
    MappedEvaluator(
      base: whole, point: { completed(parameters, $0) },
      direction: { completed(.zeros(parameters.layout), $0) }, result: { $0.part(members) })
  }
  return make(whole)
}
