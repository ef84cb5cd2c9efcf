/// A rule that is Adam but for a few lines: its hyperparameters are Adam's, and perhaps more.
///
/// Adam's are read and set as if they were its own: `rule.beta1 = 0.8`. By itself a variant steps as its `adam` does.
@dynamicMemberLookup
public protocol AdamVariant: ElementwiseOptimizer {
  /// The hyperparameters shared with Adam.
  var adam: Adam { get set }
}

extension AdamVariant {
  /// A hyperparameter of Adam's.
  public subscript<Value>(dynamicMember path: WritableKeyPath<Adam, Value>) -> Value {
    get { adam[keyPath: path] }
    set { adam[keyPath: path] = newValue }
  }

  /// η, the size of a step; Adam's.
  public var learningRate: Double {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  public var slots: [Slot] { adam.slots }
}

extension AdamVariant where Coefficients == Adam.Coefficients {
  public func coefficients(at step: Step) -> Adam.Coefficients { adam.coefficients(at: step) }

  @inlinable @inline(__always)
  public func update<V: Lane>(_ w: inout V, along g: V, _ s: inout Slots<V>, at c: Adam.Coefficients) {
    adam.update(&w, along: g, &s, at: c)
  }
}

extension Hyperparameter where Rule: AdamVariant {
  /// Adam's hyperparameters, but for those named.
  static func adam(except left: Set<String> = []) -> [Hyperparameter] {
    Adam.hyperparameters.filter { !left.contains($0.name) }.map { $0.within(\.adam) }
  }
}
