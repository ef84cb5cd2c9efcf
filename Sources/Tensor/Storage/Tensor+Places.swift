extension Tensor {
  /// A tensor whose memory holds `count` numbers of the accumulator's type, such as places of elements, for a pullback to
  /// find.
  init(placesFor count: Int, pool: StoragePool?) {
    let elements = (count * MemoryLayout<S.Accumulator>.stride + MemoryLayout<S>.stride - 1) / MemoryLayout<S>.stride
    self.init(uninitialized: [elements], pool: pool)
  }

  /// Calls `body` with the numbers, which only the maker of the tensor writes.
  @inline(__always)
  func withPlaces(_ body: (UnsafeMutablePointer<S.Accumulator>) -> Void) {
    defer { withExtendedLifetime(storage) {} }
    body(storage.block.assumingMemoryBound(to: S.Accumulator.self))
  }
}
