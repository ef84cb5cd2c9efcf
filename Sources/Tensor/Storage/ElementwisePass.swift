/// A rule that updates each element of a vector from that element of others: what `ElementwisePass` runs.
public protocol ElementwiseRule: Sendable {
  /// Updates an element w, given the gradient's element g and the rule's own state there.
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>)
}

/// One fused pass over parameters, gradient and state: each is read once and written once.
///
/// `run` is inlined into the module that defines a rule. Only the choice of the loop depends on the scalar type at run
/// time; in each branch rule and lane are concrete, so the loop is compiled for that rule with its lanes in registers.
/// Arithmetic is done in the scalar's accumulator: narrow parameters are widened block by block and rounded once.
@frozen public struct ElementwisePass {
  @usableFromInline let parameters: UnsafeMutableRawPointer
  @usableFromInline let gradient: UnsafeRawPointer
  @usableFromInline let slots: SlotAddresses
  @usableFromInline let count: Int
  @usableFromInline let conversion: BlockConversion?

  /// Where the state of a rule lies: the addresses of up to four vectors.
  @usableFromInline typealias SlotAddresses = (
    UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?
  )

  /// Runs a rule over vectors of equal length, in parts on all threads; the parts do not change a bit of the result.
  @inlinable @inline(__always)
  public static func run<S: Scalar>(
    _ rule: some ElementwiseRule, on parameters: inout ParameterVector<S>, along gradient: ParameterVector<S>,
    slots: inout [Tensor<S.Accumulator>]
  ) {
    let pass = ElementwisePass(&parameters.flat, gradient.flat, &slots)
    if S.Accumulator.self == Float.self {
      pass.runOnFloats(rule)
    } else if S.Accumulator.self == Double.self {
      pass.runOnDoubles(rule)
    } else {
      pass.runLanes(ScalarLane<S.Accumulator>.self, rule, pass.parameters, pass.gradient, slotStart: 0, 0..<pass.count)
    }
    // The pass holds addresses only.
    withExtendedLifetime((parameters, gradient, slots)) {}
  }

  @inlinable
  func runOnFloats(_ rule: some ElementwiseRule) {
    parallelFor(count, grain: 16_384) { range in
      forEachBlock(range, size: 4) { parameters, gradient, start, count in
        let whole = count & ~15
        runLanes(SIMD16<Float>.self, rule, parameters, gradient, slotStart: start, 0..<whole)
        runLanes(ScalarLane<Float>.self, rule, parameters, gradient, slotStart: start, whole..<count)
      }
    }
  }

  @inlinable
  func runOnDoubles(_ rule: some ElementwiseRule) {
    parallelFor(count, grain: 16_384) { range in
      forEachBlock(range, size: 8) { parameters, gradient, start, count in
        let whole = count & ~7
        runLanes(SIMD8<Double>.self, rule, parameters, gradient, slotStart: start, 0..<whole)
        runLanes(ScalarLane<Double>.self, rule, parameters, gradient, slotStart: start, whole..<count)
      }
    }
  }

  /// The loop itself, over elements of the accumulator's type.
  @inlinable @inline(__always)
  func runLanes<V: Lane & BitwiseCopyable>(
    _ lane: V.Type, _ rule: some ElementwiseRule, _ parameters: UnsafeMutableRawPointer, _ gradient: UnsafeRawPointer,
    slotStart: Int, _ elements: Range<Int>
  ) {
    let width = V.self == SIMD16<Float>.self ? 16 : (V.self == SIMD8<Double>.self ? 8 : 1)
    let size = MemoryLayout<V>.stride / width
    let (first, second, third, fourth) = slots
    var offset = elements.lowerBound * size
    let end = elements.upperBound * size
    let shift = slotStart * size
    while offset < end {
      var w = parameters.loadUnaligned(fromByteOffset: offset, as: V.self)
      let g = gradient.loadUnaligned(fromByteOffset: offset, as: V.self)
      var values = Slots<V>()
      let slot = shift + offset
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
