/// A slot for a stream of random numbers: what a layer that draws some, such as dropout, holds.
///
/// Numbers are keyed by the run's seed, the slot's place in the model, the training step, and how often the slot was
/// used before in the same pass; nothing depends on the order in which layers are evaluated.
public final class RandomSlot: Sendable {
  /// A new slot.
  public init() {}
}
