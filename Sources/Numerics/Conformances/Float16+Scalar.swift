#if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
  extension Float16: Scalar {
    public typealias Accumulator = Float
    public static var name: String { "float16" }
    public var double: Double { Double(self) }
    public var accumulator: Float { Float(self) }
    public init(accumulator: Float) { self.init(accumulator) }
    public static func exp(_ x: Float16) -> Float16 { Float16(Float.exp(Float(x))) }
    public static func log(_ x: Float16) -> Float16 { Float16(Float.log(Float(x))) }
    public static func tanh(_ x: Float16) -> Float16 { Float16(Float.tanh(Float(x))) }
    public static func sigmoid(_ x: Float16) -> Float16 { Float16(Float.sigmoid(Float(x))) }
    public static func erf(_ x: Float16) -> Float16 { Float16(Float.erf(Float(x))) }
  }
#endif
