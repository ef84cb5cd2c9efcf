/// A tensor cut into blocks of at most a given size along each axis, the last axis running fastest.
struct BlockPartition {
  /// The shape of the whole.
  let shape: Shape
  /// Where each block lies: a range of each axis.
  let blocks: [[Range<Int>]]

  init(_ shape: Shape, size: Int) {
    require(size > 0, "blocks have a size of 1 or more, not \(size)")
    self.shape = shape
    var blocks: [[Range<Int>]] = [[]]
    for axis in 0..<shape.rank {
      let cuts = stride(from: 0, to: shape[axis], by: size).map { $0..<min($0 + size, shape[axis]) }
      blocks = blocks.flatMap { block in cuts.map { block + [$0] } }
    }
    self.blocks = blocks
  }

  /// The blocks of a tensor of that shape.
  func split<S: Scalar>(_ tensor: Tensor<S>) -> [Tensor<S>] {
    if blocks.count == 1 { return [tensor] }
    let elements = tensor.elements
    return blocks.map { block in
      Tensor(Shape(block.map(\.count)), runs(of: block).flatMap { elements[$0] })
    }
  }

  /// The tensor of which these are the blocks.
  func join<S: Scalar>(_ tensors: [Tensor<S>]) -> Tensor<S> {
    if blocks.count == 1 { return tensors[0] }
    var elements = Array(repeating: S.zero, count: shape.count)
    for (block, tensor) in zip(blocks, tensors) {
      var rest = tensor.elements[...]
      for run in runs(of: block) {
        elements.replaceSubrange(run, with: rest.prefix(run.count))
        rest = rest.dropFirst(run.count)
      }
    }
    return Tensor(shape, elements)
  }

  /// The elements of the whole that a block takes up, run by run along the last axis.
  private func runs(of block: [Range<Int>]) -> [Range<Int>] {
    var starts = [0]
    for (axis, range) in block.enumerated() {
      let isLast = axis == block.count - 1
      starts = starts.flatMap { start in
        (isLast ? range.lowerBound..<range.lowerBound + 1 : range).map { start * shape[axis] + $0 }
      }
    }
    let length = block.last?.count ?? 1
    return starts.map { $0..<$0 + length }
  }
}
