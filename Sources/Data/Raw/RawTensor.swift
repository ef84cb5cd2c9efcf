/// A tensor as a file holds it: an element type, sizes, and bytes, little-endian and row-major.
public struct RawTensor: Sendable, Equatable {
  /// What the elements are.
  public let elementType: ElementType
  /// The sizes of the axes, outermost first; any number of any size.
  public let shape: [Int]
  /// The elements.
  public let bytes: ArraySlice<UInt8>

  /// A tensor of the given bytes; throws where their number is not the shape's.
  public init(_ elementType: ElementType, shape: [Int], bytes: ArraySlice<UInt8>) throws {
    guard elementType.byteCount(of: shape) == bytes.count else {
      throw RawTensorError.sizesDiffer(elementType, shape: shape, byteCount: bytes.count)
    }
    self.elementType = elementType
    self.shape = shape
    self.bytes = bytes
  }

  /// A tensor's elements bit for bit; traps for dual numbers, which files do not know.
  public init<S: Scalar>(_ tensor: Tensor<S>) {
    guard let elementType = ElementType(S.self) else { fatalError("no file holds elements of type \(S.name)") }
    self.elementType = elementType
    shape = tensor.shape.sizesArray
    bytes = tensor.littleEndianBytes[...]
  }

  /// Whole numbers, as `.int64`; traps where their number is not the shape's.
  public init(_ integers: [Int], shape: [Int]) {
    require(
      ElementType.int64.byteCount(of: shape) == 8 * integers.count, "\(integers.count) integers do not fill \(shape)")
    elementType = .int64
    self.shape = shape
    bytes = LittleEndian.bytes(of: integers.map(Int64.init))[...]
  }

  /// The number of elements.
  public var count: Int { bytes.count / elementType.byteCount }
}

extension RawTensor {
  /// The elements in a scalar type.
  ///
  /// Elements of that type keep their bits; those of others are rounded once, to nearest with ties to even, which is exact
  /// where the scalar holds the value; true is 1 and false 0. Throws for a shape that no `Tensor` has, and for a truth
  /// value that is neither 0 nor 1.
  public func tensor<S: Scalar>(as scalar: S.Type = S.self) throws -> Tensor<S> {
    let shape = try tensorShape
    return switch elementType {
    case .float32: Tensor<Float>(shape, littleEndian: bytes).converted()
    case .float64: Tensor<Double>(shape, littleEndian: bytes).converted()
    case .bfloat16: Tensor<BFloat16>(shape, littleEndian: bytes).converted()
    case .float16: try half(shape)
    case .uint64: Tensor(shape, LittleEndian.integers(UInt64.self, in: bytes).map { S($0) })
    default: Tensor(shape, try integers.map { S($0) })
    }
  }

  /// The elements as integers; throws where they are floating-point numbers, or too large.
  public var integers: [Int] {
    get throws {
      switch elementType {
      case .int64: return LittleEndian.integers(Int64.self, in: bytes).map(Int.init)
      case .int32: return LittleEndian.integers(Int32.self, in: bytes).map(Int.init)
      case .int16: return LittleEndian.integers(Int16.self, in: bytes).map(Int.init)
      case .int8: return bytes.map { Int(Int8(bitPattern: $0)) }
      case .uint32: return LittleEndian.integers(UInt32.self, in: bytes).map(Int.init)
      case .uint16: return LittleEndian.integers(UInt16.self, in: bytes).map(Int.init)
      case .uint8: return bytes.map(Int.init)
      case .uint64:
        return try LittleEndian.integers(UInt64.self, in: bytes).map { value in
          guard let integer = Int(exactly: value) else { throw RawTensorError.integerTooLarge(value) }
          return integer
        }
      case .bool:
        if let wrong = bytes.first(where: { $0 > 1 }) { throw RawTensorError.truthValue(wrong) }
        return bytes.map(Int.init)
      case .float64, .float32, .float16, .bfloat16: throw RawTensorError.notIntegers(elementType)
      }
    }
  }

  /// The shape as a `Tensor` has it.
  var tensorShape: Shape {
    get throws {
      guard shape.count <= Shape.maximumRank, shape.allSatisfy({ $0 <= Int(Int32.max) }) else {
        throw RawTensorError.shapeTooLarge(shape)
      }
      return Shape(shape)
    }
  }

  private func half<S: Scalar>(_ shape: Shape) throws -> Tensor<S> {
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      return Tensor<Float16>(shape, littleEndian: bytes).converted()
    #else
      throw RawTensorError.noHalf
    #endif
  }
}
