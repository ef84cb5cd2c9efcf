extension Tensor {
  /// Calls `body` with the elements, for reading.
  @inline(__always)
  func withElements<Result>(_ body: (UnsafePointer<S>) throws -> Result) rethrows -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafePointer(storage.block.assumingMemoryBound(to: S.self) + offset))
  }

  /// Calls `body` with the elements, for writing, after copying them if another tensor shares them.
  @inline(__always)
  mutating func withMutableElements<Result>(_ body: (UnsafeMutablePointer<S>) throws -> Result) rethrows -> Result {
    if !isRegion && !isKnownUniquelyReferenced(&storage) { copyElements() }
    return try withSharedMutableElements(body)
  }

  /// Calls `body` with the elements, for writing where the caller owns them although views share the storage.
  @inline(__always)
  func withSharedMutableElements<Result>(_ body: (UnsafeMutablePointer<S>) throws -> Result) rethrows -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.block.assumingMemoryBound(to: S.self) + offset)
  }

  /// Calls `body` with the elements of a tensor, for reading, or with nil where there is none.
  @inline(__always)
  static func withElements(of tensor: Tensor?, _ body: (UnsafePointer<S>?) -> Void) {
    if let tensor { tensor.withElements { body($0) } } else { body(nil) }
  }

  /// The same for writing, where the caller owns the elements.
  @inline(__always)
  static func withSharedMutableElements(of tensor: Tensor?, _ body: (UnsafeMutablePointer<S>?) -> Void) {
    if let tensor { tensor.withSharedMutableElements { body($0) } } else { body(nil) }
  }

  private mutating func copyElements() {
    let copy = Tensor(uninitialized: shape, pool: pool)
    copyElements(into: copy)
    self = copy
  }

  /// Overwrites the elements of `target`, which has as many, also where its storage is shared.
  func copyElements(into target: Tensor) {
    withElements { source in
      target.withSharedMutableElements { $0.update(from: source, count: count) }
    }
  }

  /// Sets every element.
  mutating func fill(_ value: S) {
    let count = count
    withMutableElements { $0.update(repeating: value, count: count) }
  }
}
