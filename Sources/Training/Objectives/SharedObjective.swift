/// An objective of which there is one copy: copying one counts references of all its layers.
final class SharedObjective<Base: Objective>: Sendable {
  let value: Base

  init(_ value: Base) { self.value = value }
}
