/// A dual number a + bε with ε² = 0: a value that carries its exact derivative through any generic computation.
///
/// Seed an input's `tangent` with 1 (or with a direction's component) and every result's tangent is the derivative
/// (or directional derivative) of the very operations that were carried out: no step size, no truncation error, only
/// the rounding of `Base` (Wengert 1964, doi:10.1145/355586.364791; Griewank & Walther 2008,
/// doi:10.1137/1.9780898717761). `Dual<Dual<Double>>` gives second derivatives.
///
/// Conventions:
/// - Control flow is that of `Base`: comparisons, equality, hashing, classification and exponents look at the primal
///   alone, so `Dual(1, tangent: 5) == 1`.
/// - Literals, integers and other scalars are constants: their tangent is 0.
/// - At kinks the tangent is that of the branch taken: `magnitude` follows the sign bit, `minimum` and `maximum` the
///   operand returned. Functions that are constant between jumps (`rounded`, `ulp`, `binade`) have tangent 0.
/// - The square root at 0 has an infinite derivative, but a zero tangent stays zero there.
/// - Elsewhere tangents are plain arithmetic, so an infinite primal times a zero tangent is NaN.
@frozen public struct Dual<Base: Scalar>: Sendable, BitwiseCopyable {
  /// The value.
  public var primal: Base
  /// The derivative that travels with the value.
  public var tangent: Base

  /// primal + tangent·ε
  @inlinable @inline(__always) public init(_ primal: Base, tangent: Base) {
    self.primal = primal
    self.tangent = tangent
  }

  /// A constant: tangent 0.
  @inlinable @inline(__always) public init(constant primal: Base) {
    self.primal = primal
    self.tangent = 0
  }
}

extension Dual: CustomStringConvertible {
  /// The number as the call that makes it.
  public var description: String { "Dual(\(primal), tangent: \(tangent))" }
}

extension Dual: Encodable where Base: Encodable {}
extension Dual: Decodable where Base: Decodable {}
