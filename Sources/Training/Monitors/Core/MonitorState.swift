/// What a monitor remembers from step to step.
public struct MonitorState<S: Scalar>: Sendable, Equatable {
  /// Numbers by name.
  public var numbers: [String: Double] = [:]
  /// Vectors laid out like the parameters, by name.
  public var vectors: [String: Tensor<S>] = [:]

  /// Nothing remembered.
  public init() {}

  /// Adds a value to an exponential average of the given decay, whose mean it returns, corrected for its beginning at zero.
  mutating func average(_ value: Double, as name: String, decay: Double) -> Double {
    let sum = decay * (numbers[name] ?? 0) + (1 - decay) * value
    let weight = decay * (numbers["\(name) weight"] ?? 0) + (1 - decay)
    numbers[name] = sum
    numbers["\(name) weight"] = weight
    return sum / weight
  }
}
