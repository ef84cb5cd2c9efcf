/// A function of the plane, and the part of it worth looking at.
package struct Landscape: Sendable {
  /// The part that is always shown.
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>
  /// Where the function is least.
  package let minima: [SIMD2<Double>]
  package let value: @Sendable (SIMD2<Double>) -> Double

  package init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, minima: [SIMD2<Double>],
    value: @escaping @Sendable (SIMD2<Double>) -> Double
  ) {
    self.x = x
    self.y = y
    self.minima = minima
    self.value = value
  }
}
