/// The numbers of a stream one after the other, for the standard library's `shuffled(using:)`, `random(in:using:)`, ….
public struct RandomStreamGenerator: RandomNumberGenerator, Sendable {
  /// The stream that is read.
  public let stream: RandomStream
  /// The index of the next 64 bits.
  public var position: Int

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    defer { position += 1 }
    return stream.bits(at: position)
  }
}

extension RandomStream {
  /// A generator that yields `bits(at: start)`, `bits(at: start + 1)`, ….
  public func generator(from start: Int = 0) -> RandomStreamGenerator {
    RandomStreamGenerator(stream: self, position: start)
  }
}
