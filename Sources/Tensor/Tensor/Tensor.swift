/// A dense array of numbers with a shape, row-major and without gaps; a value, copied on write.
public struct Tensor<S: Scalar>: Sendable {
  /// The sizes of the axes.
  public internal(set) var shape: Shape
  var storage: TensorStorage
  var offset: Int
  /// Whether writing goes through to a storage that others see: a tape accumulates gradients in place so.
  var isRegion = false

  /// A view of part of a storage; the caller vouches that the part lies within it.
  init(shape: Shape, storage: TensorStorage, offset: Int) {
    self.shape = shape
    self.storage = storage
    self.offset = offset
  }

  /// A tensor whose elements have yet to be written.
  init(uninitialized shape: Shape, pool: StoragePool?) {
    self.init(
      shape: shape, storage: .make(bytes: shape.count * MemoryLayout<S>.stride, pool: pool), offset: 0)
  }

  /// A tensor with the same value in every element.
  public init(_ shape: Shape, repeating value: S, pool: StoragePool? = nil) {
    self.init(uninitialized: shape, pool: pool)
    fill(value)
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: Shape, pool: StoragePool? = nil) -> Tensor {
    Tensor(shape, repeating: 0, pool: pool)
  }

  /// A tensor with the given elements in row-major order; traps where their number is not the shape's.
  public init(_ shape: Shape, _ elements: some Collection<S>, pool: StoragePool? = nil) {
    require(elements.count == shape.count, "\(elements.count) elements do not fill shape \(shape)")
    self.init(uninitialized: shape, pool: pool)
    withMutableElements { target in
      _ = UnsafeMutableBufferPointer(start: target, count: shape.count).update(fromContentsOf: elements)
    }
  }

  /// A tensor of rank 0 with one element.
  public init(_ value: S, pool: StoragePool? = nil) { self.init(.scalar, repeating: value, pool: pool) }

  /// The number of elements.
  public var count: Int { shape.count }

  /// The pool from which results computed from this tensor take their memory.
  public var pool: StoragePool? { storage.pool }

  /// All elements in row-major order, copied.
  public var elements: [S] { withElements { Array(UnsafeBufferPointer(start: $0, count: count)) } }

  /// All elements in row-major order as Doubles.
  public var doubles: [Double] { elements.map(\.double) }

  /// The only element of a tensor that has one; traps otherwise.
  public var item: S {
    require(count == 1, "a tensor of shape \(shape) has not one element but \(count)")
    return withElements { $0[0] }
  }

  /// The element at a position, one index for each axis.
  public subscript(indices: Int...) -> S {
    get {
      let position = position(of: indices)
      return withElements { $0[position] }
    }
    set {
      let position = position(of: indices)
      withMutableElements { $0[position] = newValue }
    }
  }

  private func position(of indices: [Int]) -> Int {
    require(indices.count == shape.rank, "\(indices.count) indices into a tensor of shape \(shape)")
    var position = 0
    for (axis, index) in indices.enumerated() {
      require(index >= 0 && index < shape[axis], "index \(indices) lies outside shape \(shape)")
      position = position * shape[axis] + index
    }
    return position
  }
}

extension Tensor: Equatable {
  /// Whether shapes and all elements are equal, by the scalar's own `==`.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    left.shape == right.shape && left.elements == right.elements
  }
}

extension Tensor: CustomStringConvertible {
  /// The shape and the elements, at most the first sixteen.
  public var description: String {
    let shown = doubles.prefix(16).map { "\($0)" }.joined(separator: ", ")
    return "Tensor\(shape)(\(shown)\(count > 16 ? ", …" : ""))"
  }
}
