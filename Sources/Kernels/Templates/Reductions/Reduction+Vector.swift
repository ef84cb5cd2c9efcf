extension KernelVector {
  /// Four partial results, each of every fourth vector: the order that no instruction set changes.
  @_alwaysEmitIntoClient @inline(__always)
  static func accumulate(
    _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, count: Int, startingWith start: Double, padding: Double,
    _ step: (_ total: Self, _ a: Self, _ b: Self) -> Self
  ) -> (Self, Self, Self, Self) {
    var total0 = Self(start)
    var total1 = Self(start)
    var total2 = Self(start)
    var total3 = Self(start)
    var i = 0
    while i &+ 4 &* width <= count {
      total0 = step(total0, load(a + i), load(b + i))
      total1 = step(total1, load(a + (i &+ width)), load(b + (i &+ width)))
      total2 = step(total2, load(a + (i &+ 2 &* width)), load(b + (i &+ 2 &* width)))
      total3 = step(total3, load(a + (i &+ 3 &* width)), load(b + (i &+ 3 &* width)))
      i &+= 4 &* width
    }
    while i &+ width <= count {
      total0 = step(total0, load(a + i), load(b + i))
      i &+= width
    }
    let rest = count &- i
    if rest > 0 {
      let last = load(a + i, count: rest, padding: padding)
      total1 = step(total1, last, a == b ? last : load(b + i, count: rest, padding: padding))
    }
    return (total0, total1, total2, total3)
  }

  /// The sum that four accumulators hold together, in every element.
  @_alwaysEmitIntoClient @inline(__always)
  static func sum(
    _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, count: Int, padding: Double = 0,
    _ step: (Self, Self, Self) -> Self
  ) -> Self {
    let (total0, total1, total2, total3) = accumulate(a, b, count: count, startingWith: 0, padding: padding, step)
    return ((total0 + total1) + (total2 + total3)).folded { $0 + $1 }
  }

  /// max aᵢ, −∞ of nothing, NaN if any element is NaN, in every element.
  @_alwaysEmitIntoClient @inline(__always)
  static func maximum(of a: UnsafePointer<Element>, count: Int) -> Self {
    // A comparison loses NaN, so a second vector, zero until then, keeps it.
    var poison = Self(0)
    let (total0, total1, total2, total3) = accumulate(
      a, a, count: count, startingWith: -.infinity, padding: -.infinity
    ) { total, x, _ in
      poison = poison.replacing(with: x, where: x.isNaN)
      return maximum(total, x)
    }
    let largest = maximum(maximum(total0, total1), maximum(total2, total3)).folded { maximum($0, $1) }
    let poisoned = poison.folded { $0 + $1 }
    return largest.replacing(with: poisoned, where: poisoned.isNaN)
  }

  /// The reduction of `count` elements of a (and, for `.dot`, b), as one chain.
  @_alwaysEmitIntoClient @inline(__always)
  public static func reduce(
    _ reduction: Reduction, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>, count: Int
  ) -> Double {
    switch reduction {
    case .sum: Double(sum(a, a, count: count) { total, x, _ in total + x }.first)
    case .sumOfMagnitudes: Double(sum(a, a, count: count) { total, x, _ in total + x.absolute }.first)
    case .sumOfSquares: Double(sum(a, a, count: count) { total, x, _ in x.multiplyAdd(x, total) }.first)
    case .dot: Double(sum(a, b, count: count) { total, x, y in x.multiplyAdd(y, total) }.first)
    case .maximum: Double(maximum(of: a, count: count).first)
    }
  }
}
