#if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  extension Float16: Scalar, NarrowScalar {
    /// The type in which sums are kept.
    public typealias Accumulator = Float
    /// The name that the command line and reports use.
    public static var name: String { "float16" }
    /// The value as a Double; exact.
    public var double: Double { Double(self) }
    /// The value as a Float; exact.
    public var accumulator: Float { Float(self) }
    /// The Float rounded to this type.
    public init(accumulator: Float) { self.init(accumulator) }
    /// eˣ
    public static func exp(_ x: Float16) -> Float16 { Float16(Float.exp(Float(x))) }
    /// ln x; −∞ at 0, NaN below.
    public static func log(_ x: Float16) -> Float16 { Float16(Float.log(Float(x))) }
    /// tanh x
    public static func tanh(_ x: Float16) -> Float16 { Float16(Float.tanh(Float(x))) }
    /// 1/(1 + e⁻ˣ)
    public static func sigmoid(_ x: Float16) -> Float16 { Float16(Float.sigmoid(Float(x))) }
    /// erf x
    public static func erf(_ x: Float16) -> Float16 { Float16(Float.erf(Float(x))) }

    /// yᵢ ← xᵢ as a Float; exact.
    public static func widen(_ x: UnsafePointer<Float16>, into y: UnsafeMutablePointer<Float>, count: Int) {
      ActiveKernels.half.widen(UnsafeRawPointer(x).assumingMemoryBound(to: UInt16.self), y, count)
    }
    /// yᵢ ← xᵢ rounded to this type.
    public static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float16>, count: Int) {
      ActiveKernels.half.narrow(x, UnsafeMutableRawPointer(y).assumingMemoryBound(to: UInt16.self), count)
    }
  }
#endif
