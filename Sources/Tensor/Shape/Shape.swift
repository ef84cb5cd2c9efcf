/// The sizes of a tensor's axes, outermost first; the rank is at most six.
///
/// A shape is a plain value without heap storage, so that recording an operation allocates nothing for it.
public struct Shape: Hashable, Sendable {
  /// The most axes that a tensor may have.
  public static let maximumRank = 6

  private var sizes: SIMD8<Int32>

  /// The shape of a single number, with no axes.
  public static var scalar: Shape { Shape() }

  private init() { sizes = SIMD8(repeating: 0) }

  /// A shape with the given axis sizes.
  public init(_ sizes: some Collection<Int>) {
    require(
      sizes.count <= Shape.maximumRank, "shape \(Array(sizes)) has more than \(Shape.maximumRank) axes")
    self.sizes = SIMD8(repeating: 0)
    self.sizes[7] = Int32(sizes.count)
    for (axis, size) in sizes.enumerated() {
      require(size >= 0 && size <= Int32.max, "shape \(Array(sizes)) has a size below 0 or above \(Int32.max)")
      self.sizes[axis] = Int32(size)
    }
  }

  /// The number of axes.
  public var rank: Int { Int(sizes[7]) }

  /// The number of elements: the product of all sizes, 1 for a scalar.
  public var count: Int { product(ofFirst: rank) }

  private func product(ofFirst axes: Int) -> Int {
    var product = 1
    for axis in 0..<axes { product *= Int(sizes[axis]) }
    return product
  }

  /// The size of an axis; negative axes count from the end.
  public subscript(axis: Int) -> Int {
    @inline(__always) get { Int(sizes[resolve(axis)]) }
    set { sizes[resolve(axis)] = Int32(newValue) }
  }

  /// All sizes but the last axis' multiplied: the rows of the tensor seen as a matrix.
  public var rows: Int { product(ofFirst: max(0, rank - 1)) }

  /// The size of the last axis, 1 for a scalar: the columns of the tensor seen as a matrix.
  public var columns: Int { rank == 0 ? 1 : self[-1] }

  /// The axis counted from the front.
  @inline(__always)
  public func resolve(_ axis: Int) -> Int { axis >= 0 && axis < rank ? axis : resolveFromEnd(axis) }

  private func resolveFromEnd(_ axis: Int) -> Int {
    require(axis < 0 && axis + rank >= 0, "axis \(axis) does not exist in shape \(self)")
    return axis + rank
  }

  /// The shape without one axis.
  public func dropping(axis: Int) -> Shape {
    let dropped = resolve(axis)
    var result = Shape.scalar
    for axis in 0..<rank where axis != dropped { result.append(self[axis]) }
    return result
  }

  /// Adds an innermost axis.
  public mutating func append(_ size: Int) {
    require(rank < Shape.maximumRank, "shape \(self) already has \(Shape.maximumRank) axes")
    sizes[rank] = Int32(size)
    sizes[7] += 1
  }
}

extension Shape: ExpressibleByArrayLiteral {
  /// A shape written as its sizes, such as `[3, 4]`.
  public init(arrayLiteral sizes: Int...) { self.init(sizes) }
}

extension Shape: CustomStringConvertible {
  /// The sizes in brackets, such as `[3, 4]`.
  public var description: String { "[" + sizesArray.map(String.init).joined(separator: ", ") + "]" }

  /// The sizes as an array.
  public var sizesArray: [Int] { (0..<rank).map { self[$0] } }
}
