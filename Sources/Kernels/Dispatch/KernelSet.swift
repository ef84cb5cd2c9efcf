import GlissadeKernelsBaseline

#if arch(x86_64) && GLISSADE_FAST_KERNELS
  import GlissadeKernelsV3
  import GlissadeKernelsV4
#endif

/// An instruction set that the kernels were compiled for.
public enum KernelSet: String, CaseIterable, Sendable {
  /// Any x86-64 machine: SSE2, without fused multiply-add, so results may differ from the other sets' in the last bits.
  case baseline
  /// x86-64-v3: AVX2, fused multiply-add, half-precision conversions.
  case v3
  /// x86-64-v4: AVX-512.
  case v4
  /// arm64, with fused multiply-add.
  case neon

  /// Whether its matrix products, reductions and functions fuse multiply and add; sets that do give the same bits,
  /// but for the sign and payload of a NaN.
  public var hasFusedMultiplyAdd: Bool { self != .baseline }

  /// The sets that this program contains, slowest first.
  public static var compiled: [KernelSet] {
    #if arch(x86_64) && GLISSADE_FAST_KERNELS
      [.baseline, .v3, .v4]
    #elseif arch(arm64)
      [.neon]
    #else
      [.baseline]
    #endif
  }

  /// The kernels of this set, or of the set for any machine where this one was not compiled.
  var table: KernelTable {
    #if arch(x86_64) && GLISSADE_FAST_KERNELS
      switch self {
      case .v3: return kernelsV3()
      case .v4: return kernelsV4()
      default: break
      }
    #endif
    return kernelsBaseline()
  }
}
