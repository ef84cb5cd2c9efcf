/// Borders of the regions where values on a grid are at most a level, by straight lines through the squares of the grid.
///
/// Lorensen and Cline 1987 (doi:10.1145/37402.37422) in two dimensions; where a square has two opposite corners inside, its
/// mean decides whether they are joined.
struct MarchingSquares {
  /// The places of the grid's columns and rows.
  let columns: [Double]
  let rows: [Double]
  /// Row by row; NaN is outside of every region.
  let values: [Double]

  /// A side of a square, on which a border enters or leaves it.
  private enum Side { case bottom, right, top, left }

  /// The points of the padded grid are numbered with a border of one point, which lies outside of every region, so that all
  /// rings close; it has the places of the points next to it.
  private var paddedWidth: Int { columns.count + 2 }

  /// The rings about the regions, with the region on their left. They end where they begin, without that point repeated.
  func rings(atMost level: Double) -> [[SIMD2<Double>]] {
    var next: [Int: Int] = [:]
    for row in 0...rows.count {
      for column in 0...columns.count {
        for (start, end) in borders(column, row, level) {
          next[edge(column, row, start)] = edge(column, row, end)
        }
      }
    }
    var rings: [[SIMD2<Double>]] = []
    // In order, so that a page is the same each time.
    for start in next.keys.sorted() {
      var ring: [SIMD2<Double>] = []
      var current = start
      while let following = next.removeValue(forKey: current) {
        let point = crossing(current, level)
        if ring.last != point { ring.append(point) }
        current = following
      }
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }

  /// The lines through the square whose lower left corner is a point of the padded grid.
  private func borders(_ column: Int, _ row: Int, _ level: Double) -> [(Side, Side)] {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { value(column + $0.0, row + $0.1) }
    var pattern = 0
    for (bit, corner) in corners.enumerated() where corner <= level { pattern |= 1 << bit }
    let isJoined = corners.reduce(0, +) / 4 <= level
    switch pattern {
    case 1: return [(.bottom, .left)]
    case 2: return [(.right, .bottom)]
    case 3: return [(.right, .left)]
    case 4: return [(.top, .right)]
    case 5: return isJoined ? [(.bottom, .right), (.top, .left)] : [(.bottom, .left), (.top, .right)]
    case 6: return [(.top, .bottom)]
    case 7: return [(.top, .left)]
    case 8: return [(.left, .top)]
    case 9: return [(.bottom, .top)]
    case 10: return isJoined ? [(.left, .bottom), (.right, .top)] : [(.right, .bottom), (.left, .top)]
    case 11: return [(.right, .top)]
    case 12: return [(.left, .right)]
    case 13: return [(.bottom, .right)]
    case 14: return [(.left, .bottom)]
    default: return []
    }
  }

  /// The number of a square's side: twice that of its lower or left end, and one more where it is upright.
  private func edge(_ column: Int, _ row: Int, _ side: Side) -> Int {
    switch side {
    case .bottom: 2 * (row * paddedWidth + column)
    case .top: 2 * ((row + 1) * paddedWidth + column)
    case .left: 2 * (row * paddedWidth + column) + 1
    case .right: 2 * (row * paddedWidth + column + 1) + 1
    }
  }

  /// Where the level is met on a side, between its ends in proportion to their values.
  private func crossing(_ edge: Int, _ level: Double) -> SIMD2<Double> {
    let (column, row) = (edge / 2 % paddedWidth, edge / 2 / paddedWidth)
    let isUpright = edge % 2 == 1
    let (otherColumn, otherRow) = isUpright ? (column, row + 1) : (column + 1, row)
    let (start, end) = (value(column, row), value(otherColumn, otherRow))
    let fraction = (level - start) / (end - start)
    let place = fraction.isFinite ? min(max(fraction, 0), 1) : 0.5
    return point(column, row) * (1 - place) + point(otherColumn, otherRow) * place
  }

  private func value(_ column: Int, _ row: Int) -> Double {
    guard (1...columns.count).contains(column), (1...rows.count).contains(row) else { return .infinity }
    return values[(row - 1) * columns.count + column - 1]
  }

  private func point(_ column: Int, _ row: Int) -> SIMD2<Double> {
    SIMD2(columns[min(max(column - 1, 0), columns.count - 1)], rows[min(max(row - 1, 0), rows.count - 1)])
  }
}
