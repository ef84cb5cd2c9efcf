import Foundation

/// Lines of equal value of a function of the plane.
package struct Contours: Sendable, Hashable {
  /// The border of the region where the function is at most `value`: closed rings, each with the region on its left.
  struct Level: Sendable, Hashable {
    let value: Double
    let rings: [[SIMD2<Double>]]
  }

  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let minima: [SIMD2<Double>]
  let levels: [Level]

  /// A rectangle of the plane, without any lines.
  init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = x
    self.y = y
    minima = []
    levels = []
  }

  /// The contours of a landscape within a rectangle, at values whose distances from the least one grow by one factor: so
  /// they show a narrow valley as well as its walls.
  ///
  /// - Parameter resolution: the number of squares along a side of the grid on which the function is evaluated.
  init(
    _ landscape: Landscape, x: ClosedRange<Double>, y: ClosedRange<Double>, levelCount: Int = 14, resolution: Int = 96
  ) {
    func along(_ range: ClosedRange<Double>, _ index: Int) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(resolution)
    }
    var values: [Double] = []
    for row in 0...resolution {
      for column in 0...resolution { values.append(landscape.value(SIMD2(along(x, column), along(y, row)))) }
    }
    let finite = (values + landscape.minima.map { landscape.value($0) }).filter(\.isFinite)
    let (least, greatest) = (finite.min() ?? 0, finite.max() ?? 1)
    // Far below the heights that a grid of this size tells apart, logarithms would only show the grid.
    let floor = max((greatest - least) * 1e-5, .leastNormalMagnitude)
    let logarithms = values.map { log10($0 - least + floor) }
    let grid = MarchingSquares(
      columns: (0...resolution).map { along(x, $0) }, rows: (0...resolution).map { along(y, $0) }, values: logarithms)
    let (low, high) = (log10(floor), log10(greatest - least + floor))
    self.x = x
    self.y = y
    minima = landscape.minima
    levels = (1..<levelCount).map { index in
      let level = low + (high - low) * Double(index) / Double(levelCount)
      return Level(value: pow(10, level) - floor + least, rings: grid.rings(atMost: level))
    }
  }
}
