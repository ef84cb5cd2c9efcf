#if arch(x86_64) && GLISSADE_FAST_KERNELS
  import GlissadeKernelTemplates

  /// Half-precision conversions by the machine's instructions, through Swift's own Float16 where the platform has it.
  enum HalfInstructions {
    @inline(__always)
    static func widen(_ x: UnsafePointer<UInt16>, into y: UnsafeMutablePointer<Float>, count: Int) {
      #if os(macOS) || targetEnvironment(macCatalyst)
        HalfConversion.widen(x, into: y, count: count)
      #else
        var i = 0
        while i < count {
          y[i] = Float(Float16(bitPattern: x[i]))
          i &+= 1
        }
      #endif
    }

    @inline(__always)
    static func narrow(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<UInt16>, count: Int) {
      #if os(macOS) || targetEnvironment(macCatalyst)
        HalfConversion.narrow(x, into: y, count: count)
      #else
        var i = 0
        while i < count {
          y[i] = Float16(x[i]).bitPattern
          i &+= 1
        }
      #endif
    }
  }
#endif
