/// How blocks of narrow elements come into the accumulator's type and back.
@usableFromInline struct BlockConversion: Sendable {
  /// Elements from `start` on, widened.
  let widen: @Sendable (_ from: UnsafeRawPointer, _ start: Int, _ into: UnsafeMutableRawPointer, _ count: Int) -> Void
  /// Elements from `start` on, rounded.
  let narrow: @Sendable (_ from: UnsafeRawPointer, _ into: UnsafeMutableRawPointer, _ start: Int, _ count: Int) -> Void

  init<S: Scalar>(_ scalar: S.Type) {
    widen = { source, start, target, count in
      S.widen(
        source.assumingMemoryBound(to: S.self) + start, into: target.assumingMemoryBound(to: S.Accumulator.self),
        count: count)
    }
    narrow = { source, target, start, count in
      S.narrow(
        source.assumingMemoryBound(to: S.Accumulator.self), into: target.assumingMemoryBound(to: S.self) + start,
        count: count)
    }
  }
}

extension ElementwisePass {
  /// A pass over the given vectors, which must outlive it.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  @usableFromInline
  init<S: Scalar>(
    _ parameters: inout Tensor<S>, _ gradient: Tensor<S>, scale: S.Accumulator, _ slots: inout [Tensor<S.Accumulator>],
    used: Range<Int>?, numbers: [S.Accumulator], over range: Range<Int>?
  ) {
    let count = parameters.count
    require(gradient.count == count, "a gradient of \(gradient.count) elements for \(count) parameters")
    let used = used ?? slots.indices
    require(used.lowerBound >= 0 && used.upperBound <= slots.count, "slots \(used) of \(slots.count) do not exist")
    require(used.count <= Slots<ScalarLane<S.Accumulator>>.capacity, "a rule has at most five slots")
    require(slots[used].allSatisfy { $0.count == count }, "every slot has as many elements as there are parameters")
    func address(_ index: Int) -> UnsafeMutableRawPointer? {
      guard index < used.count else { return nil }
      return slots[used.lowerBound + index].withMutableElements { UnsafeMutableRawPointer($0) }
    }
    self.slots = (address(0), address(1), address(2), address(3), address(4))
    self.range = range ?? 0..<count
    require(
      self.range.lowerBound >= 0 && self.range.upperBound <= count,
      "\(self.range) lies outside \(count) parameters")
    self.scale = scale.double
    self.numbers = Slots(numbers.map { ScalarLane(value: $0.double) })
    self.parameters = parameters.withMutableElements { UnsafeMutableRawPointer($0) }
    self.gradient = gradient.withElements { UnsafeRawPointer($0) }
    conversion = S.self == S.Accumulator.self ? nil : BlockConversion(S.self)
  }

  /// Calls `body` with the addresses of parameters and gradient in the accumulator's type, the position at which they
  /// start, and their number: once for the whole range, or block by block with conversion before and after.
  @inlinable @inline(__always)
  func forEachBlock(
    _ range: Range<Int>, size: Int, _ body: (UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int) -> Void
  ) {
    if conversion == nil {
      let start = range.lowerBound
      body(parameters + start * size, gradient + start * size, start, range.count)
    } else {
      forEachConvertedBlock(range, size: size, body)
    }
  }

  @usableFromInline
  func forEachConvertedBlock(
    _ range: Range<Int>, size: Int, _ body: (UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int) -> Void
  ) {
    guard let conversion else { return }
    let blockSize = min(1024, range.count)
    withUnsafeTemporaryAllocation(byteCount: 2 * blockSize * size, alignment: 64) { scratch in
      guard let wide = scratch.baseAddress else { return }
      let wideGradient = wide + blockSize * size
      for start in stride(from: range.lowerBound, to: range.upperBound, by: blockSize) {
        let count = min(blockSize, range.upperBound - start)
        conversion.widen(parameters, start, wide, count)
        conversion.widen(gradient, start, wideGradient, count)
        body(wide, UnsafeRawPointer(wideGradient), start, count)
        conversion.narrow(wide, parameters, start, count)
      }
    }
  }
}
