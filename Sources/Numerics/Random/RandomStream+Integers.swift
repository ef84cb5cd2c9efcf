extension RandomStream {
  /// Number i, uniform in 0..<bound, without bias.
  ///
  /// The upper half of a 64 × 64-bit product (Lemire 2019, doi:10.1145/3230636); the rare draws that would bias it are
  /// replaced from the substream i, which keeps random access.
  @inlinable public func integer(at index: Int, below bound: Int) -> Int {
    precondition(bound > 0, "a random integer needs a positive bound, not \(bound)")
    let count = UInt64(bound)
    var product = bits(at: index).multipliedFullWidth(by: count)
    if product.low < count {
      let threshold = (0 &- count) % count
      var attempt = 0
      while product.low < threshold {
        product = substream(index).bits(at: attempt).multipliedFullWidth(by: count)
        attempt += 1
      }
    }
    return Int(product.high)
  }

  /// A random permutation of 0..<count, all equally likely: Fisher–Yates, whose step i draws number i.
  public func shuffled(count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, integer(at: last, below: last + 1)) }
    return order
  }

  /// The elements in the order of `shuffled(count:)`.
  public func shuffled<Element>(_ elements: [Element]) -> [Element] {
    shuffled(count: elements.count).map { elements[$0] }
  }
}
