extension BFloat16 {
  /// The Float rounded to nearest, ties to even; exact when its lower 16 bits are zero.
  @inlinable @inline(__always) public init(_ value: Float) {
    let bits = value.bitPattern
    // Rounding could carry a NaN's payload into infinity, so a NaN is cut off and made quiet instead.
    let quiet = UInt16(truncatingIfNeeded: bits &>> 16) | 0x0040
    let rounded = UInt16(truncatingIfNeeded: (bits &+ 0x7fff &+ ((bits &>> 16) & 1)) &>> 16)
    bitPattern = value.isNaN ? quiet : rounded
  }

  /// The Double rounded once, to nearest, ties to even.
  ///
  /// Rounding to a Float first and then again would err next to ties. The Float here is rounded to odd, which keeps
  /// the information that something was cut off (Boldo & Melquiond 2008, doi:10.1109/TC.2007.70819).
  @inlinable @inline(__always) public init(_ value: Double) {
    self.init(Float(roundedToOdd: value))
  }

  /// The integer rounded once, to nearest, ties to even.
  @inlinable public init(_ value: Int) {
    if let exact = Double(exactly: value) {
      self.init(exact)
    } else {
      // Beyond 2⁵³: keep the upper 54 bits or fewer, and let the last one say whether anything was cut off.
      let magnitude = value.magnitude
      let sticky: UInt = magnitude & 0xfff == 0 ? 0 : 0x1000
      let odd = Double((magnitude & ~0xfff) | sticky)
      self.init(value < 0 ? -odd : odd)
    }
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    /// The Float16 rounded to nearest, ties to even.
    @inlinable @inline(__always) public init(_ value: Float16) { self.init(Float(value)) }
  #endif

  #if arch(x86_64) && !os(Windows) && !os(Android)
    /// The Float80 rounded once, to nearest, ties to even.
    @inlinable public init(_ value: Float80) {
      var nearest = Double(value)
      let back = Float80(nearest)
      if back != value, !value.isNaN {
        // As in `Float.init(roundedToOdd:)`.
        let bits = nearest.bitPattern &- (back.magnitude > value.magnitude ? 1 : 0)
        nearest = Double(bitPattern: bits | 1)
      }
      self.init(nearest)
    }
  #endif
}

extension Float {
  /// The BFloat16's value; exact.
  @inlinable @inline(__always) public init(_ value: BFloat16) {
    self.init(bitPattern: UInt32(value.bitPattern) &<< 16)
  }

  /// The Double truncated, with the last bit set if anything was lost, so that one more rounding is as good as one.
  @inlinable @inline(__always) init(roundedToOdd value: Double) {
    let nearest = Float(value)
    let back = Double(nearest)
    // Unordered when NaN, which therefore stays.
    let isInexact = back < value || back > value
    // The encoding's magnitude part orders as the values do, so this steps toward zero, from infinity too.
    let truncated = nearest.bitPattern &- (back.magnitude > value.magnitude ? 1 : 0)
    self.init(bitPattern: isInexact ? truncated | 1 : nearest.bitPattern)
  }
}

extension Double {
  /// The BFloat16's value; exact.
  @inlinable @inline(__always) public init(_ value: BFloat16) { self.init(Float(value)) }
}
