import Testing

@testable import GlissadeReport

@Suite("Contours")
struct MarchingSquaresTests {
  private func grid(_ value: (Double, Double) -> Double, _ count: Int = 80) -> MarchingSquares {
    let places = (0...count).map { 4 * Double($0) / Double(count) - 2 }
    return MarchingSquares(columns: places, rows: places, values: places.flatMap { y in places.map { value($0, y) } })
  }

  /// Twice the area that a ring encloses, positive if it goes around to the left.
  private func area(_ ring: [SIMD2<Double>]) -> Double {
    zip(ring, ring.dropFirst() + [ring[0]]).reduce(0) { $0 + $1.0.x * $1.1.y - $1.0.y * $1.1.x } / 2
  }

  @Test("A circle: one ring, on the level, around the area, to the left")
  func circle() throws {
    let rings = grid { $0 * $0 + $1 * $1 }.rings(atMost: 1.5)
    #expect(rings.count == 1)
    let ring = try #require(rings.first)
    for point in ring { #expect(abs((point * point).sum() - 1.5) < 2e-3) }
    #expect(abs(area(ring) - 1.5 * .pi) < 0.01)
  }

  @Test("A hole goes the other way, and areas add up")
  func ring() {
    let rings = grid { abs($0 * $0 + $1 * $1 - 1.5) }.rings(atMost: 0.5)
    #expect(rings.count == 2)
    #expect(rings.filter { area($0) < 0 }.count == 1)
    // Over a kink straight lines are less exact.
    #expect(abs(rings.map(area).reduce(0, +) - .pi) < 0.05)
  }

  @Test("Regions that reach the border close there; all and nothing")
  func border() {
    let half = grid { x, _ in x }.rings(atMost: 0.3)
    #expect(half.count == 1 && abs(area(half[0]) - 2.3 * 4) < 1e-9)
    let all = grid { _, _ in 0 }.rings(atMost: 1)
    #expect(all.count == 1 && abs(area(all[0]) - 16) < 1e-9)
    #expect(grid { _, _ in 2 }.rings(atMost: 1).isEmpty)
    #expect(grid { _, _ in .nan }.rings(atMost: 1).isEmpty)
  }

  @Test("Opposite corners are joined or not, as the middle says", arguments: [(0.4, 1), (0.6, 2)])
  func saddle(_ corner: Double, _ count: Int) {
    // One square: 0 and 0 across from each other, and twice a value that puts the mean on either side of the level.
    let square = MarchingSquares(columns: [0, 1], rows: [0, 1], values: [0, 2 * corner, 2 * corner, 0])
    #expect(square.rings(atMost: 0.5).count == count)
  }

  @Test("Levels are few, rising, and about the minimum")
  func levels() {
    let valley = Landscape(x: -2...2, y: -1...3, minima: [SIMD2(1, 1)]) { p in
      let (a, b) = (1 - p.x, p.y - p.x * p.x)
      return a * a + 100 * b * b
    }
    let contours = Contours(valley, x: valley.x, y: valley.y, levelCount: 10, resolution: 60)
    #expect(contours.levels.count == 9)
    #expect(zip(contours.levels, contours.levels.dropFirst()).allSatisfy { $0.value < $1.value })
    #expect(contours.levels[0].value > 0 && contours.levels[0].value < 1)
    let flat = Landscape(x: 0...1, y: 0...1, minima: []) { _ in .nan }
    #expect(Contours(flat, x: 0...1, y: 0...1).levels.allSatisfy { $0.rings.isEmpty })
  }

  @Test("The plane shows what is asked for, and as much of the paths as is near")
  func plane() {
    let bowl = Landscape(x: -2...2, y: -1...1, minima: []) { $0.x }
    let near = Plane([.init(0, 0), .init(3, 0.5)], around: bowl)
    #expect(near.x.contains(3) && near.x.contains(-2) && near.y == -1...1)
    let far = Plane([.init(0, 0), .init(1e8, 0.5), .init(.infinity, .nan)], around: bowl)
    #expect(far.x.upperBound < 10)
    let alone = Plane([.init(0, 0), .init(1, 5)], around: nil)
    #expect(alone.x.contains(0) && alone.x.contains(1) && alone.y.contains(5))
    #expect(Plane([], around: nil).x == -1...1)
  }
}
