/// The state of an optimizer, with everything wrapped in it, as one value.
///
/// Tensors are kept in the scalar's accumulator, so that a second moment in Float16 does not vanish.
public struct OptimizerState<S: Scalar>: Sendable, Equatable {
  /// The number of steps taken.
  public var step = 0
  /// Tensors in the order in which the rule names them: vectors laid out like the parameters, such as a momentum, or of
  /// any other shape, such as the two factors of a matrix. What depends on gradients belongs here, single numbers too.
  public var slots: [Tensor<S.Accumulator>] = []
  /// The names of the slots.
  public var slotNames: [String] = []
  /// Numbers that do not depend on gradients: counts, or metrics that were recorded.
  public var numbers: [String: Double] = [:]
  /// The states of the optimizers that this one wraps.
  public var inner: [OptimizerState] = []

  /// A state of the given slots, each of as many zeros as there are parameters, around the states of wrapped optimizers.
  public init(slots names: [String] = [], count: Int = 0, inner: [OptimizerState] = []) {
    slotNames = names
    slots = names.map { _ in Tensor.zeros([count]) }
    self.inner = inner
  }

  /// A state of slots as they begin.
  public init(_ slots: [Slot], for parameters: ParameterVector<S>) {
    slotNames = slots.map(\.name)
    self.slots = slots.map { $0.makeTensor(for: parameters) }
  }

  /// Adds a slot of any shape.
  public mutating func append(_ name: String, _ tensor: Tensor<S.Accumulator>) {
    slotNames.append(name)
    slots.append(tensor)
  }

  /// Whether no element of any tensor is infinite or NaN, those of wrapped optimizers included.
  public var isFinite: Bool {
    slots.allSatisfy(\.isFinite) && inner.allSatisfy(\.isFinite)
  }

  /// Stops the program where the slots of a state are not those of a rule.
  ///
  /// There may be more: a schedule that brings a momentum to zero leaves its slot without use.
  @usableFromInline
  static func requireSlots(_ slotNames: [String], for slots: [Slot]) {
    require(
      slotNames.count >= slots.count && zip(slotNames, slots).allSatisfy { $0 == $1.name },
      """
      a state with the slots \(slotNames) was given to a rule with the slots \(slots.map(\.name)): begin with \
      initialState(for:)
      """)
  }
}
