extension KernelVector {
  /// yᵢ ← f(aᵢ, bᵢ), where an operand of stride 0 is its first element throughout.
  @_alwaysEmitIntoClient @inline(__always)
  static func map(
    _ a: UnsafePointer<Element>, stride strideA: Int, _ b: UnsafePointer<Element>, stride strideB: Int,
    into y: UnsafeMutablePointer<Element>, count: Int, _ function: (Self, Self) -> Self
  ) {
    let whole = count &- count % width
    let rest = count &- whole
    var i = 0
    if strideA == 0 {
      let first = Self(repeating: a)
      if strideB == 0 {
        let result = function(first, Self(repeating: b))
        while i < whole {
          result.store(y + i)
          i &+= width
        }
        if rest > 0 { result.store(y + i, count: rest) }
      } else {
        while i < whole {
          function(first, load(b + i)).store(y + i)
          i &+= width
        }
        if rest > 0 { function(first, load(b + i, count: rest)).store(y + i, count: rest) }
      }
    } else if strideB == 0 {
      let second = Self(repeating: b)
      while i < whole {
        function(load(a + i), second).store(y + i)
        i &+= width
      }
      if rest > 0 { function(load(a + i, count: rest), second).store(y + i, count: rest) }
    } else {
      while i < whole {
        function(load(a + i), load(b + i)).store(y + i)
        i &+= width
      }
      if rest > 0 { function(load(a + i, count: rest), load(b + i, count: rest)).store(y + i, count: rest) }
    }
  }

  /// The element at an address, in every lane.
  @_alwaysEmitIntoClient @inline(__always) init(repeating element: UnsafePointer<Element>) {
    self.init(Double(element.pointee))
  }

  /// yᵢ ← f(aᵢ, bᵢ); a stride of 0 uses the first element of that operand throughout, a stride of 1 walks it.
  @_alwaysEmitIntoClient @inline(__always)
  public static func apply(
    _ function: BinaryFunction, _ a: UnsafePointer<Element>, stride strideA: Int, _ b: UnsafePointer<Element>,
    stride strideB: Int, into y: UnsafeMutablePointer<Element>, count: Int
  ) {
    switch function {
    case .add: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { $0 + $1 }
    case .subtract: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { $0 - $1 }
    case .multiply: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { $0 * $1 }
    case .divide: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { $0 / $1 }
    case .maximum: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { maximum($0, $1) }
    case .minimum: map(a, stride: strideA, b, stride: strideB, into: y, count: count) { minimum($0, $1) }
    }
  }

  /// yᵢ ← α xᵢ + β yᵢ, each product and the sum rounded; with β = 0, y is written without being read.
  @_alwaysEmitIntoClient @inline(__always)
  public static func combine(
    _ alpha: Double, _ x: UnsafePointer<Element>, _ beta: Double, into y: UnsafeMutablePointer<Element>, count: Int
  ) {
    let alpha = Self(alpha)
    if beta == 0 {
      map(x, into: y, count: count) { alpha * $0 }
    } else {
      let beta = Self(beta)
      map(x, stride: 1, UnsafePointer(y), stride: 1, into: y, count: count) { alpha * $0 + beta * $1 }
    }
  }
}
