extension Dual {
  /// The constant nearest to the Double.
  @inlinable @inline(__always) public init(_ value: Double) { self.init(constant: Base(value)) }
  /// The constant nearest to the Float.
  @inlinable @inline(__always) public init(_ value: Float) { self.init(constant: Base(value)) }
  /// The constant nearest to the integer.
  @inlinable @inline(__always) public init(_ value: Int) { self.init(constant: Base(value)) }
  /// The constant nearest to the integer.
  @inlinable public init<Source: BinaryInteger>(_ value: Source) { self.init(constant: Base(value)) }
  /// The integer as a constant; nil if the base cannot hold it exactly.
  @inlinable public init?<Source: BinaryInteger>(exactly value: Source) {
    guard let primal = Base(exactly: value) else { return nil }
    self.init(constant: primal)
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    /// The constant nearest to the Float16.
    @inlinable @inline(__always) public init(_ value: Float16) { self.init(constant: Base(value)) }
  #endif

  #if arch(x86_64) && !os(Windows) && !os(Android)
    /// The constant nearest to the Float80.
    @inlinable public init(_ value: Float80) { self.init(constant: Base(value)) }
  #endif

  /// Another number in this type: a dual number as deeply nested keeps its tangents, any other becomes a constant.
  ///
  /// So `Dual<Float>` converts to `Dual<Double>` with its derivative, and `Double` as well as, for
  /// `Dual<Dual<Double>>`, `Dual<Double>` are constants. From a deeper nesting the outermost tangent is dropped.
  @inlinable public init<Source: BinaryFloatingPoint>(_ value: Source) {
    if let same = value as? Self {
      self = same
    } else if let dual = value as? any DualNumber {
      self.init(componentsOf: dual)
    } else {
      self.init(constant: Base(value))
    }
  }

  /// As `init(_:)`, but nil if the primal or a kept tangent would be rounded.
  @inlinable public init?<Source: BinaryFloatingPoint>(exactly value: Source) {
    if let same = value as? Self {
      self = same
    } else if let dual = value as? any DualNumber, type(of: dual).depth == Self.depth {
      self.init(exactComponentsOf: dual)
    } else {
      guard let primal = Base(exactly: value) else { return nil }
      self.init(constant: primal)
    }
  }

  @usableFromInline init(componentsOf value: some DualNumber) {
    let depth = type(of: value).depth
    if depth == Self.depth {
      self.init(Base(value.primal), tangent: Base(value.tangent))
    } else if depth > Self.depth {
      self.init(value.primal)
    } else {
      self.init(constant: Base(value))
    }
  }

  @usableFromInline init?(exactComponentsOf value: some DualNumber) {
    guard let primal = Base(exactly: value.primal), let tangent = Base(exactly: value.tangent) else { return nil }
    self.init(primal, tangent: tangent)
  }
}

/// Any `Dual`, for conversions between dual types.
@usableFromInline protocol DualNumber: BinaryFloatingPoint {
  associatedtype Base: Scalar
  var primal: Base { get }
  var tangent: Base { get }
  /// How many levels of tangents there are: 1 for `Dual<Double>`, 2 for `Dual<Dual<Double>>`.
  static var depth: Int { get }
}

extension Dual: DualNumber {
  @usableFromInline static var depth: Int { 1 + ((Base.self as? any DualNumber.Type)?.depth ?? 0) }
}
