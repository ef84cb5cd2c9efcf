/// What a hyperparameter that is a number may be.
public struct NumberBounds: Hashable, Sendable, CustomStringConvertible {
  /// The bounds in words.
  public let description: String
  private let lower: Double
  private let upper: Double
  private let includesLower: Bool
  private let includesUpper: Bool

  private init(_ description: String, _ lower: Double, _ includesLower: Bool, _ upper: Double, _ includesUpper: Bool) {
    self.description = description
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  /// Any finite number.
  public static let any = NumberBounds("a number", -.infinity, false, .infinity, false)
  /// A finite number above 0 that is above 0 in Float too.
  public static let positive = NumberBounds(
    "a number above 0", Double(Float.leastNormalMagnitude), true, .infinity, false)
  /// A finite number from 0.
  public static let nonNegative = NumberBounds("a number from 0", 0, true, .infinity, false)
  /// A number from 0 to below 1, as the weight of the past in an average.
  public static let decay = NumberBounds("a number from 0 to below 1", 0, true, 1, false)
  /// A number from 0 to 1.
  public static let fraction = NumberBounds("a number from 0 to 1", 0, true, 1, true)

  /// Whether a number is legal.
  public func contains(_ value: Double) -> Bool {
    (includesLower ? value >= lower : value > lower) && (includesUpper ? value <= upper : value < upper)
  }
}
