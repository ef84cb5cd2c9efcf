import GlissadeTensor

extension JSONValue {
  /// The `shape` of a tensor, of at most as many elements as any case needs.
  func shape() throws -> Shape {
    guard let sizes = self["shape"]?.array, sizes.count <= Shape.maximumRank else {
      throw GoldenUnsupported("a tensor has no 'shape' of up to \(Shape.maximumRank) axes")
    }
    var count = 1
    let shape = try sizes.map { value in
      guard let size = value.count, (0...1_000_000).contains(size) else {
        throw GoldenUnsupported("a tensor has an axis of \(value)")
      }
      count *= size
      guard count <= 100_000_000 else { throw GoldenUnsupported("a tensor has \(sizes) elements") }
      return size
    }
    return Shape(shape)
  }

  /// The tensor of `shape` and `data`, or of a single number.
  func tensor() throws -> Tensor<Double> {
    if let number { return Tensor(number) }
    let shape = try shape()
    guard let numbers = self["data"]?.numbers else { throw GoldenUnsupported("a tensor has no numbers as 'data'") }
    return Tensor(shape, numbers)
  }

  /// Throws where anywhere in this value a tensor has another number of elements than its shape says.
  func requireWholeTensors() throws {
    switch self {
    case .array(let values): for value in values { try value.requireWholeTensors() }
    case .object(let values):
      if values["shape"] != nil, let data = values["data"] {
        let (shape, count) = (try shape(), data.array?.count ?? 0)
        guard shape.count == count else { throw GoldenUnsupported("a tensor \(shape) has \(count) elements") }
      } else {
        for value in values.values { try value.requireWholeTensors() }
      }
    default: break
    }
  }
}
