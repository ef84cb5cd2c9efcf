import Foundation

/// The sizes of the processor's caches, in bytes, as far as the system tells.
enum CacheSizes {
  /// The second-level cache, which each core has for itself; 512 kB where the system does not say.
  static let secondLevel = size(linux: 2, darwin: "hw.l2cachesize") ?? 512 << 10
  /// The third-level cache, which cores share; nothing where the system does not say or there is none.
  static let thirdLevel = size(linux: 3, darwin: "hw.l3cachesize") ?? 0

  /// Bytes of a packed block of B: half the second-level cache where that is a megabyte or more. A smaller one is often
  /// backed by a third level that feeds the tiles as well.
  static let productBlock = max(secondLevel / 2, secondLevel < 2 << 20 ? min(4 << 20, thirdLevel / 8) : 0)

  #if canImport(Darwin)
    private static func size(linux level: Int, darwin name: String) -> Int? {
      var value = 0
      var length = MemoryLayout<Int>.size
      return sysctlbyname(name, &value, &length, nil, 0) == 0 && value > 0 ? value : nil
    }
  #else
    private static func size(linux level: Int, darwin name: String) -> Int? {
      // The first processor's caches: one folder each for the first level's two, then for the others.
      let path = "/sys/devices/system/cpu/cpu0/cache/index\(level)/size"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
      let digits = text.prefix { $0.isNumber }
      guard let number = Int(digits), number > 0, number < 1 << 30 else { return nil }
      return text.dropFirst(digits.count).first == "M" ? number << 20 : number << 10
    }
  #endif
}
