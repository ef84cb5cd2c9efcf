/// What identifies a stream of random numbers: a seed, a purpose, and a path of indices such as epoch and layer.
///
/// The 128 bits derive from these by Philox itself. With one seed, keys that differ in the last index only never
/// coincide, and any two others do so with probability 2⁻¹²⁸.
@frozen public struct RandomKey: Hashable, Sendable, BitwiseCopyable {
  /// The cipher's key.
  public let key: UInt64
  /// The upper half of every counter of the stream.
  public let stream: UInt64

  @inlinable init(key: UInt64, stream: UInt64) {
    self.key = key
    self.stream = stream
  }

  /// The key for a seed, a purpose and a path.
  public init(seed: UInt64, purpose: RandomPurpose, path: [Int] = []) {
    let root = RandomKey(key: seed, stream: 0).child(Int(truncatingIfNeeded: purpose.code))
    self = path.reduce(root) { $0.child($1) }
  }

  /// The key that continues this one's path by an index.
  @inlinable public func child(_ index: Int) -> RandomKey {
    // Another key than the stream's own, so that no child equals a block of its parent's numbers.
    let derivation = key ^ 0x243f_6a88_85a3_08d3
    let block = Philox4x32(low: UInt64(bitPattern: Int64(index)), high: stream).encrypted(key: derivation)
    return RandomKey(key: block.low, stream: block.high)
  }
}
