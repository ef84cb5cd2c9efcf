/// A rule that updates each element of a vector from that element of others: what `ElementwisePass` runs.
public protocol ElementwiseRule: Sendable {
  /// Updates an element w, given the gradient's element g and the rule's own state there.
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>)
}

/// One fused pass over parameters, gradient and state: each is read once and written once.
///
/// Everything here is inlined into the module that defines a rule, so that the loop is compiled for that rule with its
/// lanes in registers; only the choice of the loop depends on the scalar type at run time. Arithmetic is done in the
/// scalar's accumulator: narrow parameters are widened block by block and rounded once.
@frozen public struct ElementwisePass<S: Scalar> {
  @usableFromInline let parameters: UnsafeMutablePointer<S>
  @usableFromInline let gradient: UnsafePointer<S>
  @usableFromInline let slots: SlotAddresses
  @usableFromInline let count: Int

  /// Where the state of a rule lies: the addresses of up to four vectors.
  @frozen @usableFromInline struct SlotAddresses {
    @usableFromInline var addresses: (
      UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
    ) = (nil, nil, nil, nil)
  }

  /// Runs a rule over vectors of equal length, in parts on all threads; the parts do not change a bit of the result.
  @inlinable @inline(__always)
  public static func run(
    _ rule: some ElementwiseRule, on parameters: inout Tensor<S>, along gradient: Tensor<S>,
    slots: inout [Tensor<S.Accumulator>]
  ) {
    withVectors(&parameters, gradient, &slots) { pass in
      parallelFor(pass.count, grain: 16_384) { range in pass.run(rule, range) }
    }
  }

  @inlinable @inline(__always)
  func run(_ rule: some ElementwiseRule, _ range: Range<Int>) {
    if S.self == S.Accumulator.self {
      let parameters = UnsafeMutableRawPointer(parameters + range.lowerBound)
      let gradient = UnsafeRawPointer(gradient + range.lowerBound)
      Self.runWide(rule, parameters, gradient, slots, from: range.lowerBound, count: range.count)
    } else {
      runNarrow(range) { parameters, gradient, start, count in
        Self.runWide(rule, parameters, gradient, slots, from: start, count: count)
      }
    }
  }

  @inlinable @inline(__always)
  static func runWide(
    _ rule: some ElementwiseRule, _ parameters: UnsafeMutableRawPointer, _ gradient: UnsafeRawPointer,
    _ slots: SlotAddresses, from start: Int, count: Int
  ) {
    if S.Accumulator.self == Float.self {
      let whole = count & ~15
      runLanes(SIMD16<Float>.self, rule, parameters, gradient, slots, slotStart: start * 4, 0..<whole * 4)
      runLanes(ScalarLane<Float>.self, rule, parameters, gradient, slots, slotStart: start * 4, whole * 4..<count * 4)
    } else if S.Accumulator.self == Double.self {
      let whole = count & ~7
      runLanes(SIMD8<Double>.self, rule, parameters, gradient, slots, slotStart: start * 8, 0..<whole * 8)
      runLanes(ScalarLane<Double>.self, rule, parameters, gradient, slots, slotStart: start * 8, whole * 8..<count * 8)
    } else {
      let size = MemoryLayout<S.Accumulator>.stride
      runLanes(
        ScalarLane<S.Accumulator>.self, rule, parameters, gradient, slots, slotStart: start * size, 0..<count * size)
    }
  }

  /// The loop itself, over byte offsets.
  @inlinable @inline(__always)
  static func runLanes<V: Lane & BitwiseCopyable>(
    _ lane: V.Type, _ rule: some ElementwiseRule, _ parameters: UnsafeMutableRawPointer, _ gradient: UnsafeRawPointer,
    _ slots: SlotAddresses, slotStart: Int, _ bytes: Range<Int>
  ) {
    let (first, second, third, fourth) = slots.addresses
    var offset = bytes.lowerBound
    while offset < bytes.upperBound {
      var w = parameters.loadUnaligned(fromByteOffset: offset, as: V.self)
      let g = gradient.loadUnaligned(fromByteOffset: offset, as: V.self)
      var values = Slots<V>()
      let slot = slotStart + offset
      if let first { values.first = first.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let second { values.second = second.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let third { values.third = third.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let fourth { values.fourth = fourth.loadUnaligned(fromByteOffset: slot, as: V.self) }
      rule(&w, g, &values)
      parameters.storeBytes(of: w, toByteOffset: offset, as: V.self)
      if let first { first.storeBytes(of: values.first, toByteOffset: slot, as: V.self) }
      if let second { second.storeBytes(of: values.second, toByteOffset: slot, as: V.self) }
      if let third { third.storeBytes(of: values.third, toByteOffset: slot, as: V.self) }
      if let fourth { fourth.storeBytes(of: values.fourth, toByteOffset: slot, as: V.self) }
      offset += MemoryLayout<V>.stride
    }
  }
}

extension ElementwisePass {
  @usableFromInline
  static func withVectors(
    _ parameters: inout Tensor<S>, _ gradient: Tensor<S>, _ slots: inout [Tensor<S.Accumulator>],
    _ body: (ElementwisePass) -> Void
  ) {
    let count = parameters.count
    precondition(gradient.count == count, "a gradient of \(gradient.count) elements for \(count) parameters")
    precondition(slots.count <= Slots<ScalarLane<S.Accumulator>>.capacity, "a rule has at most four slots")
    var addresses = SlotAddresses()
    for index in slots.indices {
      precondition(slots[index].count == count, "a slot of \(slots[index].count) elements for \(count) parameters")
      slots[index].withMutableElements { pointer in
        let address = UnsafeMutableRawPointer(pointer)
        switch index {
        case 0: addresses.addresses.0 = address
        case 1: addresses.addresses.1 = address
        case 2: addresses.addresses.2 = address
        default: addresses.addresses.3 = address
        }
      }
    }
    withExtendedLifetime(slots) {
      parameters.withMutableElements { w in
        gradient.withElements { g in
          body(ElementwisePass(parameters: w, gradient: g, slots: addresses, count: count))
        }
      }
    }
  }

  /// Calls `body` with blocks of the vectors in the accumulator's type, and rounds the parameters back.
  @usableFromInline
  func runNarrow(
    _ range: Range<Int>, _ body: (UnsafeMutableRawPointer, UnsafeRawPointer, Int, Int) -> Void
  ) {
    let blockSize = min(1024, range.count)
    withUnsafeTemporaryAllocation(of: S.Accumulator.self, capacity: 2 * blockSize) { scratch in
      guard let wide = scratch.baseAddress else { return }
      var start = range.lowerBound
      while start < range.upperBound {
        let count = min(blockSize, range.upperBound - start)
        S.widen(parameters + start, into: wide, count: count)
        S.widen(gradient + start, into: wide + blockSize, count: count)
        body(UnsafeMutableRawPointer(wide), UnsafeRawPointer(wide + blockSize), start, count)
        S.narrow(wide, into: parameters + start, count: count)
        start += count
      }
    }
  }
}
