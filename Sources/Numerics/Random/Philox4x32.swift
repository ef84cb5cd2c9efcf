/// Philox4x32-10: a bijection of 128-bit counters for each 64-bit key, whose outputs pass as random.
///
/// A counter-based generator has no state to advance: word i is a pure function of key and counter, so any part of a
/// stream can be had in any order and on any thread. Ten rounds of multiplication and exclusive-or pass all of BigCrush
/// (Salmon, Moraes, Dror & Shaw 2011, doi:10.1145/2063384.2063405).
@frozen public struct Philox4x32: Hashable, Sendable, BitwiseCopyable {
  /// The first word.
  public var word0: UInt32
  /// The second word.
  public var word1: UInt32
  /// The third word.
  public var word2: UInt32
  /// The fourth word.
  public var word3: UInt32

  /// A counter of four words.
  @inlinable @inline(__always) public init(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }

  /// A counter of two 64-bit halves, low words first.
  @inlinable @inline(__always) public init(low: UInt64, high: UInt64) {
    self.init(
      UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low &>> 32),
      UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high &>> 32))
  }

  /// The first two words as one.
  @inlinable @inline(__always) public var low: UInt64 { UInt64(word0) | UInt64(word1) &<< 32 }
  /// The last two words as one.
  @inlinable @inline(__always) public var high: UInt64 { UInt64(word2) | UInt64(word3) &<< 32 }

  /// The random block that belongs to this counter under the key.
  @inlinable @inline(__always) public func encrypted(key: UInt64) -> Philox4x32 {
    var block = self
    var key0 = UInt32(truncatingIfNeeded: key)
    var key1 = UInt32(truncatingIfNeeded: key &>> 32)
    for _ in 0..<10 {
      let product0 = UInt64(block.word0) &* 0xd251_1f53
      let product2 = UInt64(block.word2) &* 0xcd9e_8d57
      block = Philox4x32(
        UInt32(truncatingIfNeeded: product2 &>> 32) ^ block.word1 ^ key0, UInt32(truncatingIfNeeded: product2),
        UInt32(truncatingIfNeeded: product0 &>> 32) ^ block.word3 ^ key1, UInt32(truncatingIfNeeded: product0))
      // The Weyl sequences of the golden ratio and of √3 − 1.
      key0 &+= 0x9e37_79b9
      key1 &+= 0xbb67_ae85
    }
    return block
  }
}
