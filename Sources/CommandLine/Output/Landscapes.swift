import GlissadeReport
import GlissadeTesting

/// The function of a problem of two dimensions, for the contours of a report; nil for other problems.
func landscape(of problem: String) -> Landscape? {
  guard let function = TestFunctions.all.first(where: { $0.name == problem && $0.dimension == 2 }) else { return nil }
  func landscape(_ function: some TestFunction) -> Landscape {
    let minima = function.minima.map { SIMD2($0[0], $0[1]) }
    let points = minima + [SIMD2(function.start[0], function.start[1])]
    // About the start and the minima, with half as much room again.
    func range(_ values: [Double]) -> ClosedRange<Double> {
      let (low, high) = (values.min() ?? -1, values.max() ?? 1)
      let room = max(0.5, (high - low) / 2)
      return low - room...high + room
    }
    return Landscape(x: range(points.map(\.x)), y: range(points.map(\.y)), minima: minima) { place in
      function([place.x, place.y])
    }
  }
  return landscape(function)
}
