/// The elements of a tensor that somebody else keeps, such as a tape while it applies an operation.
///
/// To use a tensor that lies in an object's memory retains and releases its storage; to use these does not.
struct LentElements<S: Scalar> {
  let shape: Shape
  let start: UnsafePointer<S>
}

extension Tensor {
  /// The elements, for as long as the caller keeps the tensor.
  @inline(__always)
  var lent: LentElements<S> {
    LentElements(shape: shape, start: UnsafePointer(storage.block.assumingMemoryBound(to: S.self) + offset))
  }
}
