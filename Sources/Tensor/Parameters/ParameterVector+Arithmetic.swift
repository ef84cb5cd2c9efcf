extension ParameterVector {
  /// Adds α times another vector.
  public mutating func add(_ alpha: S.Accumulator, _ other: ParameterVector) { flat.combine(alpha, other.flat, 1) }

  /// Multiplies every element by α, in place.
  public mutating func scale(by alpha: S.Accumulator) { flat.scale(by: alpha) }

  /// Σ selfᵢ otherᵢ
  public func dot(_ other: ParameterVector) -> S.Accumulator { values.dot(other.values) }

  /// The Euclidean norm of the whole vector, √Σ xᵢ², without overflow in between.
  public var norm: Double { euclideanNorm.double }

  /// The Euclidean norm in the accumulator's type, with its derivative where that is a dual number.
  public var euclideanNorm: S.Accumulator { flat.euclideanNorm }

  /// Whether no element is infinite or NaN.
  public var isFinite: Bool { values.isFinite }

  /// A 64-bit hash (FNV-1a) of all bits of all parameters in order, as sixteen hexadecimal digits.
  ///
  /// Two runs whose parameters have the same hash ended at the same bits.
  public var bitHash: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for element in values.elements {
      var bits = element.hashBits
      for _ in 0..<8 {
        hash = (hash ^ (bits & 0xff)) &* 0x100_0000_01b3
        bits >>= 8
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ParameterVector {
  /// The dual vector x + ε v: evaluating on it gives derivatives along v.
  public func withTangent(_ tangent: ParameterVector) -> ParameterVector<Dual<S>> {
    require(tangent.layout == layout, "a tangent has the layout of its point")
    let duals = zip(values.elements, tangent.values.elements).map { Dual($0, tangent: $1) }
    return ParameterVector<Dual<S>>(Tensor([layout.count], duals), layout: layout)
  }

  /// The tangents of a vector of dual numbers.
  public static func tangents(of dual: ParameterVector<Dual<S>>) -> ParameterVector {
    ParameterVector(Tensor([dual.layout.count], dual.values.elements.map(\.tangent)), layout: dual.layout)
  }
}
