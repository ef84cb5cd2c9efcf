/// What an instruction-set build contributes to the templates: how it computes a × b + c.
///
/// The fused operation must compile to one instruction, so each build states it: `addingProduct` where the set has fused
/// multiply-add, a multiplication and an addition where it has not (there `addingProduct` calls libm for each lane).
public protocol VectorInstructions: Sendable {
  /// Lane by lane, a × b + c.
  static func multiplyAdd(_ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>) -> SIMD16<Float>
  /// Lane by lane, a × b + c.
  static func multiplyAdd(_ a: SIMD8<Double>, _ b: SIMD8<Double>, _ c: SIMD8<Double>) -> SIMD8<Double>
}
