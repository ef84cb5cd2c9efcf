extension Shape {
  /// The sizes of the axes after batch and channels, in the last places of a vector that begins with ones.
  var spatialSizes: SIMD4<Int> {
    var result = SIMD4<Int>(repeating: 1)
    for axis in 2..<max(rank, 2) { result[4 - rank + axis] = self[axis] }
    return result
  }

  /// This shape with other spatial sizes, and other channels if given.
  func replacing(spatialSizes sizes: SIMD4<Int>, channels: Int? = nil) -> Shape {
    var result = self
    if let channels { result[1] = channels }
    for axis in 2..<rank { result[axis] = sizes[4 - rank + axis] }
    return result
  }
}

extension SIMD4<Int> {
  /// All four multiplied.
  var product: Int { x * y * z * w }
}
