import GlissadeNumerics

/// Hashes that tell results apart by their bits; every NaN counts as the same one.
enum BitHash {
  /// FNV-1a, but in steps of eight bytes, because a step a byte takes long in a debug build.
  static func of<S: Scalar>(_ values: [S]) -> UInt64 {
    let hasNaN = !values.isEmpty && S.reduce(.maximum, values, values, count: values.count).isNaN
    return (hasNaN ? values.map { $0.isNaN ? S.nan : $0 } : values).withUnsafeBytes { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      let words = bytes.count / 8
      if let base = bytes.baseAddress?.assumingMemoryBound(to: UInt64.self) {
        var i = 0
        while i < words {
          hash = (hash ^ base[i]) &* 0x100_0000_01b3
          // A product moves no bit down, and two changes of a word's top bit would undo each other.
          hash ^= hash &>> 32
          i &+= 1
        }
      }
      for i in 8 * words..<bytes.count { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
      return hash
    }
  }
}
