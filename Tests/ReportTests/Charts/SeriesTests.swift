import Testing

@testable import GlissadeReport

@Suite("Series")
struct SeriesTests {
  @Test("Thinning keeps the ends and every spike, in order")
  func thinning() {
    var points = (0..<50_000).map { Series.Point(Double($0), Double($0 % 7)) }
    points[12_345].y = 1_000
    points[40_001].y = -1_000
    points[30_000].y = .nan
    let thinned = Series("loss", style: 0, points: points).thinned(to: 500).points
    #expect(thinned.count <= 500)
    #expect(thinned.first == points.first && thinned.last == points.last)
    #expect(
      thinned.contains { $0.y == 1_000 } && thinned.contains { $0.y == -1_000 } && thinned.contains { $0.y.isNaN })
    #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test("Smoothing keeps a constant, follows a line, and halves noise")
  func smoothing() {
    func line(_ value: (Int) -> Double) -> Series {
      Series("x", style: 0, points: (0..<1_000).map { Series.Point(Double($0), value($0)) })
    }
    #expect(line { _ in 3 }.smoothed().points.allSatisfy { abs($0.y - 3) < 1e-12 })
    let noisy = line { $0.isMultiple(of: 2) ? 1 : -1 }.smoothed().points.dropFirst(100)
    #expect(noisy.allSatisfy { abs($0.y) < 0.5 })
    let gap = line { $0 == 500 ? .nan : 2 }.smoothed().points
    #expect(gap[500].y.isNaN && abs(gap[501].y - 2) < 1e-12)
    #expect(line { _ in 0 }.canBeSmoothed && !Series("x", style: 0, points: []).canBeSmoothed)
  }

  @Test("The median of seeds, and a run that broke down as worse than all")
  func medians() {
    func seed(_ values: [Double], isBroken: Bool = false) -> MedianCurve.Run {
      let points = values.enumerated().map { Series.Point(Double($0.offset), $0.element) }
      return MedianCurve.Run(points: points, isBroken: isBroken)
    }
    let points = MedianCurve.points(
      [seed([3, 2, 1]), seed([5, 4, 3]), seed([4, 9], isBroken: true)], worst: .infinity)
    #expect(points.map(\.y) == [4, 4, 3])
    #expect(points.map(\.low) == [3, 2, 1])
    #expect(points.map(\.high) == [5, 9, .infinity])
    // A run that is not over is missing, not bad.
    let open = MedianCurve.points([seed([3, 2, 1]), seed([5, 4])], worst: .infinity)
    #expect(open.map(\.y) == [4, 3, 1])
  }
}
