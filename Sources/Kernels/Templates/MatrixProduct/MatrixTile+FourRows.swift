extension MatrixTile {
  /// `accumulate` for a tile of four rows: the sums are separate variables because only those stay in registers.
  @_alwaysEmitIntoClient @inline(__always)
  public static func accumulateFourRows(
    depth: Int, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, strideB: Int, into target: TileTarget<Self>
  ) {
    var a = a
    var b = b
    var left0 = Vector(repeating: 0)
    var right0 = Vector(repeating: 0)
    var left1 = Vector(repeating: 0)
    var right1 = Vector(repeating: 0)
    var left2 = Vector(repeating: 0)
    var right2 = Vector(repeating: 0)
    var left3 = Vector(repeating: 0)
    var right3 = Vector(repeating: 0)
    var k = 0
    while k < depth {
      let left = load(b)
      let right = load(b + Vector.scalarCount)
      var row = Vector(repeating: a[0])
      left0 = multiplyAdd(row, left, left0)
      right0 = multiplyAdd(row, right, right0)
      row = Vector(repeating: a[1])
      left1 = multiplyAdd(row, left, left1)
      right1 = multiplyAdd(row, right, right1)
      row = Vector(repeating: a[2])
      left2 = multiplyAdd(row, left, left2)
      right2 = multiplyAdd(row, right, right2)
      row = Vector(repeating: a[3])
      left3 = multiplyAdd(row, left, left3)
      right3 = multiplyAdd(row, right, right3)
      a += 4
      b += strideB
      k &+= 1
    }
    target.finish(row: 0, left0, right0)
    target.finish(row: 1, left1, right1)
    target.finish(row: 2, left2, right2)
    target.finish(row: 3, left3, right3)
  }
}
