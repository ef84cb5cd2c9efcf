extension Shape {
  /// The shape of an elementwise operation on operands of shapes `left` and `right`.
  ///
  /// Axes are matched from the last; two sizes go together when they are equal or one of them is 1 (NumPy's rule).
  /// Traps, naming both shapes, where they do not.
  public static func broadcast(_ left: Shape, _ right: Shape) -> Shape {
    if left == right { return left }
    let rank = max(left.rank, right.rank)
    return Shape(
      (0..<rank).map { axis in
        let a = left.size(ofAxis: axis, inRank: rank)
        let b = right.size(ofAxis: axis, inRank: rank)
        require(a == b || a == 1 || b == 1, "shapes \(left) and \(right) do not broadcast")
        return a == 1 ? b : a
      })
  }

  /// The size of an axis once the shape is padded in front with ones to `rank`.
  func size(ofAxis axis: Int, inRank rank: Int) -> Int {
    let own = axis - (rank - self.rank)
    return own < 0 ? 1 : self[own]
  }

  /// Row-major strides in elements over the axes of `target`, 0 where this shape is repeated along an axis.
  func strides(broadcastTo target: Shape) -> SIMD8<Int> {
    var strides = SIMD8<Int>(repeating: 0)
    var stride = 1
    for axis in (0..<target.rank).reversed() {
      let size = size(ofAxis: axis, inRank: target.rank)
      strides[axis] = size == 1 ? 0 : stride
      stride *= size
    }
    return strides
  }
}
