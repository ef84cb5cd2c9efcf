extension Lane {
  /// Element by element, the cube root, within a unit in the last place; of zero, infinity and NaN, the same.
  ///
  /// It is written in the lane's own operations, so that registers and single scalars give the same bits.
  @_alwaysEmitIntoClient @inline(__always) public func cubeRoot() -> Self {
    let zero = Self(0)
    let magnitude = absolute
    // 1/4 + 1/16 + … + 1/1024 = 1/3 − 1/3072: no number of Double's range is then further off than a factor of 1.3.
    var power = magnitude
    var root = Self(1)
    for _ in 0..<5 {
      power = power.squareRoot().squareRoot()
      root *= power
    }
    // Halley's iteration triples the digits; from the quotient x/r² instead of the cube r³, which can overflow.
    for _ in 0..<3 {
      let quotient = magnitude / (root * root)
      root += root * (quotient - root) / (2 * root + quotient)
    }
    // What is not a finite number above zero is its own cube root.
    root = magnitude.replacing(with: root, where: zero .< magnitude)
    root = magnitude.replacing(with: root, where: magnitude .< Self(.infinity))
    return root.replacing(with: -root, where: self .< zero)
  }
}
