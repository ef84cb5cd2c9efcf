/// The number of an update, and what rules compute from it.
@frozen public struct Step: Hashable, Sendable {
  /// The number of this update, from 1.
  public let number: Int

  /// The update of the given number, from 1.
  @inlinable public init(number: Int) { self.number = number }

  /// βᵗ, by repeated squaring: the same bits on every machine.
  public func power(of beta: Double) -> Double { integerPower(beta, number) }

  /// 1 − βᵗ, the weight that an exponential average begun at zero has gathered so far.
  public func correction(_ beta: Double) -> Double { 1 - power(of: beta) }
}
