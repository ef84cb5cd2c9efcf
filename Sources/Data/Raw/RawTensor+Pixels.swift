extension RawTensor {
  /// Bytes as numbers from 0 to 1, each the Float nearest to byte/255; elements of other types as `tensor(as:)` has them.
  func pixels() throws -> Tensor<Float> {
    guard elementType == .uint8 else { return try tensor() }
    return Tensor(try tensorShape, lookingUp: bytes, in: (0..<256).map { Float($0) / 255 })
  }
}
