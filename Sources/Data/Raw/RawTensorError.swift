/// What can be wrong with a tensor from a file; each case describes itself in a sentence that says what to do.
public enum RawTensorError: Error, Hashable, CustomStringConvertible {
  /// There are more or fewer bytes than the shape needs.
  case sizesDiffer(ElementType, shape: [Int], byteCount: Int)
  /// A shape has too many axes, or too long ones, for a `Tensor`.
  case shapeTooLarge([Int])
  /// Integers were wanted of floating-point numbers.
  case notIntegers(ElementType)
  /// An unsigned integer is beyond Int.
  case integerTooLarge(UInt64)
  /// A truth value is neither 0 nor 1.
  case truthValue(UInt8)
  /// Float16 does not exist on this machine.
  case noHalf

  /// The sentence.
  public var description: String {
    switch self {
    case .sizesDiffer(let type, let shape, let count):
      "\(count) bytes do not make a tensor of shape \(shape) of \(type); the file may be cut off or of another kind."
    case .shapeTooLarge(let shape):
      "A tensor has at most \(Shape.maximumRank) axes of at most \(Int32.max) each, not shape \(shape); reshape it first."
    case .notIntegers(let type): "Whole numbers are wanted, but the file holds \(type); convert it to int64."
    case .integerTooLarge(let value): "\(value) is too large; whole numbers up to \(Int.max) are read."
    case .truthValue(let byte): "A truth value is 0 or 1, not \(byte); the file may be damaged."
    case .noHalf: "Intel Macs have no Float16; convert the file to float32."
    }
  }
}
