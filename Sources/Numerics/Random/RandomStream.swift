/// An unlimited sequence of random numbers with random access: number i depends on the stream and on i alone.
///
///     let stream = RandomStream(seed: 42, purpose: .initialization, index: 3)
///     let weight = stream.normal(at: i)
///
/// Nothing is remembered between calls, so neither the order of calls nor the number of threads can change a result,
/// and the same seed gives the same bits on every machine. All methods read the same random words: use a stream for
/// one kind of number, and `substream(_:)` or another purpose for the next.
@frozen public struct RandomStream: Hashable, Sendable, BitwiseCopyable {
  /// The stream's identity.
  public let key: RandomKey

  /// The stream of a key.
  @inlinable public init(key: RandomKey) { self.key = key }

  /// The stream for a seed, a purpose and a path of indices (epoch, layer, example, …).
  public init(seed: UInt64, purpose: RandomPurpose, index path: Int...) {
    key = RandomKey(seed: seed, purpose: purpose, path: path)
  }

  /// The stream whose path continues this one's by an index; independent of this stream and of its siblings.
  @inlinable public func substream(_ index: Int) -> RandomStream { RandomStream(key: key.child(index)) }

  /// Block i of four random words.
  @inlinable @inline(__always) public func words(at index: Int) -> Philox4x32 {
    Philox4x32(low: UInt64(bitPattern: Int64(index)), high: key.stream).encrypted(key: key.key)
  }

  /// Number i of 64 random bits, half of block ⌊i/2⌋.
  @inlinable @inline(__always) public func bits(at index: Int) -> UInt64 {
    let block = words(at: index >> 1)
    return index & 1 == 0 ? block.low : block.high
  }

  /// Number i, uniform over the multiples of 2⁻⁵³ in 0..<1.
  @inlinable @inline(__always) public func uniform01(at index: Int) -> Double {
    Double(bits(at: index) &>> 11) * 0x1p-53
  }

  /// Number i, uniform in the range: lower + (upper − lower)·`uniform01(at:)`, kept below the upper bound.
  @inlinable public func uniform(at index: Int, in range: Range<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform01(at: index)
    // Rounding may reach the upper bound.
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// Fills a buffer with the single words `start`, `start + 1`, …; word i is word i mod 4 of block ⌊i/4⌋.
  ///
  /// The fast way to many numbers, for masks and noise: a word below p·2³² has probability p.
  @inlinable public func fill(_ words: UnsafeMutableBufferPointer<UInt32>, from start: Int = 0) {
    var position = 0
    while position < words.count {
      let index = start + position
      let block = self.words(at: index >> 2)
      if index & 3 == 0 && words.count - position >= 4 {
        words[position] = block.word0
        words[position + 1] = block.word1
        words[position + 2] = block.word2
        words[position + 3] = block.word3
        position += 4
      } else {
        let half = index & 2 == 0 ? block.low : block.high
        words[position] = UInt32(truncatingIfNeeded: index & 1 == 0 ? half : half &>> 32)
        position += 1
      }
    }
  }
}
