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
    self.init(slots, for: parameters.values.widened(), shape: parameters.values.shape)
  }

  /// A state of slots of one tensor, as they begin.
  init(_ slots: [Slot], for weights: @autoclosure () -> Tensor<S.Accumulator>, shape: Shape) {
    for slot in slots { append(slot.name, slot.makeTensor(for: weights(), shape: shape)) }
  }

  /// Adds a slot of any shape, whose name no other has.
  public mutating func append(_ name: String, _ tensor: Tensor<S.Accumulator>) {
    require(!slotNames.contains(name), "two slots of a state are called '\(name)'")
    slotNames.append(name)
    slots.append(tensor)
  }

  /// Whether no element of any tensor is infinite or NaN, those of wrapped optimizers included.
  public var isFinite: Bool {
    slots.allSatisfy { $0.elements.allSatisfy(\.isFinite) } && inner.allSatisfy(\.isFinite)
  }

  /// Brings the slots that a rule names to the front, in its order; stops the program where one is missing.
  ///
  /// There may be more: a hyperparameter that is brought to zero leaves its slot without use until it comes back.
  @usableFromInline
  mutating func arrangeSlots(for wanted: [Slot]) {
    for (place, slot) in wanted.enumerated() {
      if place < slotNames.count && slotNames[place] == slot.name { continue }
      let found = slotNames.dropFirst(place).firstIndex(of: slot.name) ?? -1
      require(
        found >= 0,
        """
        a state with the slots \(slotNames) was given to a rule with the slots \(wanted.map(\.name)): begin with \
        initialState(for:)
        """)
      slotNames.swapAt(place, found)
      slots.swapAt(place, found)
    }
  }
}
