/// The state of an optimizer, with everything wrapped in it, as one value.
///
/// Vectors are kept in the scalar's accumulator, so that a second moment in Float16 does not vanish.
public struct OptimizerState<S: Scalar>: Sendable, Equatable {
  /// The number of steps taken.
  public var step = 0
  /// Vectors laid out like the parameters, such as a momentum, in the order in which the rule names them.
  public var slots: [Tensor<S.Accumulator>] = []
  /// The names of the slots.
  public var slotNames: [String] = []
  /// The states of the optimizers that this one wraps.
  public var inner: [OptimizerState] = []

  /// A state of the given slots, all zero, around the states of wrapped optimizers.
  public init(slots names: [String] = [], count: Int = 0, inner: [OptimizerState] = []) {
    slotNames = names
    slots = names.map { _ in Tensor.zeros([count]) }
    self.inner = inner
  }

  /// Stops the program where the slots of a state are not those of a rule.
  ///
  /// There may be more: a schedule that brings a momentum to zero leaves its slot without use.
  @usableFromInline
  static func requireSlots(_ slotNames: [String], for names: [String]) {
    require(
      slotNames.starts(with: names),
      "a state with the slots \(slotNames) was given to a rule with the slots \(names): begin with initialState(for:)")
  }
}
