/// A number that a monitor read off a step or an epoch.
public struct Measurement: Sendable, Hashable {
  /// What it is of: a name such as `updateRatio`, or with a part of the model `updateRatio/0.weight`.
  public let name: String
  /// The number; NaN where there is none to be had.
  public let value: Double

  /// A number under its name.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
