import Foundation

/// Which x86-64 levels the processor and the operating system support, and what the processor is called.
public struct ProcessorFeatures: Sendable {
  /// AVX2, fused multiply-add, F16C, BMI1 and BMI2.
  var hasLevel3: Bool
  /// AVX-512 F, BW, CD, DQ and VL on top.
  var hasLevel4: Bool

  /// Whether code compiled for the set can run here.
  func supports(_ set: KernelSet) -> Bool {
    switch set {
    case .baseline, .neon: true
    case .v3: hasLevel3
    case .v4: hasLevel3 && hasLevel4
    }
  }

  /// What this processor supports.
  static func detected() -> ProcessorFeatures {
    #if !arch(x86_64)
      return ProcessorFeatures(hasLevel3: false, hasLevel4: false)
    #elseif canImport(Darwin)
      return fromSystemControl()
    #else
      return fromLibrary() ?? fromProcessorList(text(of: "/proc/cpuinfo"))
    #endif
  }

  /// The processor's name, such as `AMD EPYC 9R14`, or `unknown processor`.
  public static var processorName: String {
    #if canImport(Darwin)
      var size = 0
      guard sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0) == 0, size > 0 else {
        return "unknown processor"
      }
      var bytes = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #else
      let lines = text(of: "/proc/cpuinfo").split(separator: "\n")
      return value(of: "model name", in: lines) ?? value(of: "CPU part", in: lines).map { "arm64 part \($0)" }
        ?? "unknown processor"
    #endif
  }

  #if !canImport(Darwin)
    private static func value(of key: String, in lines: [Substring]) -> String? {
      lines.first { $0.hasPrefix(key) }?.split(separator: ":").dropFirst().first?
        .trimmingCharacters(in: .whitespaces)
    }

    private static func text(of path: String) -> String {
      (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }

    /// The flags of the first processor in the text of /proc/cpuinfo, which lists only what the system lets programs use.
    static func fromProcessorList(_ text: String) -> ProcessorFeatures {
      let flags = Set((value(of: "flags", in: text.split(separator: "\n")) ?? "").split(separator: " "))
      return ProcessorFeatures(
        hasLevel3: flags.isSuperset(of: ["avx2", "fma", "f16c", "bmi1", "bmi2", "abm", "movbe"]),
        hasLevel4: flags.isSuperset(of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]))
    }
  #endif
}

#if arch(x86_64) && canImport(Darwin)
  extension ProcessorFeatures {
    private static func fromSystemControl() -> ProcessorFeatures {
      func has(_ names: String...) -> Bool {
        names.allSatisfy { name in
          var value: Int32 = 0
          var size = MemoryLayout<Int32>.size
          return sysctlbyname("hw.optional." + name, &value, &size, nil, 0) == 0 && value != 0
        }
      }
      return ProcessorFeatures(
        hasLevel3: has("avx2_0", "fma", "f16c", "bmi1", "bmi2"),
        hasLevel4: has("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"))
    }
  }
#elseif arch(x86_64)
  extension ProcessorFeatures {
    private typealias LeafFunction = @convention(c) (UInt32) -> UnsafePointer<UInt32>?

    /// What glibc (2.33 and later) found: per leaf eax, ebx, ecx and edx as the processor has them, then as usable.
    private static func fromLibrary() -> ProcessorFeatures? {
      guard let program = dlopen(nil, RTLD_NOW), let symbol = dlsym(program, "__x86_get_cpuid_feature_leaf") else {
        return nil
      }
      let leaf = unsafeBitCast(symbol, to: LeafFunction.self)
      // The library counts its leaves: 0 is CPUID leaf 1, 1 is leaf 7.
      guard let leaf1 = leaf(0), let leaf7 = leaf(1) else { return nil }
      let usable1 = leaf1[4 + 2]
      let usable7 = leaf7[4 + 1]
      func has(_ word: UInt32, _ bits: Int...) -> Bool { bits.allSatisfy { word >> $0 & 1 == 1 } }
      return ProcessorFeatures(
        // FMA, MOVBE, F16C; BMI1, AVX2, BMI2; LZCNT, which BMI came with on every processor, counts its leaf apart.
        hasLevel3: has(usable1, 12, 22, 29) && has(usable7, 3, 5, 8),
        hasLevel4: has(usable7, 16, 17, 28, 30, 31))
    }
  }
#endif
