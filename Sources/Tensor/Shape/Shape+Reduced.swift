// Shapes of what is left of a tensor where axes are reduced but kept, so that it broadcasts over the tensor.
extension Shape {
  /// One number for each index of an axis: all other axes have size 1.
  public func keepingOnly(_ axis: Int) -> Shape {
    let axis = resolve(axis)
    return Shape((0..<rank).map { $0 == axis ? self[$0] : 1 })
  }

  /// One number for each row along the last axis, which has size 1.
  public var perRow: Shape { reducing(-1) }

  /// All axes but one as they are, and that one of size 1.
  public func reducing(_ axis: Int) -> Shape {
    var result = self
    result[axis] = 1
    return result
  }
}
