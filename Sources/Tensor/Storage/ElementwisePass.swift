/// A rule that updates each element of a vector from that element of others, and from up to five numbers that are the
/// same for all elements: what `ElementwisePass` runs.
///
/// The numbers are for what is worked out from whole vectors, such as a norm: they are of the accumulator's type, so that
/// the derivatives of dual numbers go through them.
public protocol NumberedElementwiseRule: Sendable {
  /// Updates an element w, given the gradient's element g, scaled, the rule's own state there, and the numbers.
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>, _ numbers: Slots<V>)
}

/// A rule that updates each element of a vector from that element of others alone.
public protocol ElementwiseRule: NumberedElementwiseRule {
  /// Updates an element w, given the gradient's element g, scaled, and the rule's own state there.
  func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>)
}

extension ElementwiseRule {
  @inlinable @inline(__always)
  public func callAsFunction<V: Lane>(_ w: inout V, _ g: V, _ slots: inout Slots<V>, _ numbers: Slots<V>) {
    self(&w, g, &slots)
  }
}

/// One fused pass over parameters, gradient and state: each is read once and written once.
///
/// `run` is inlined into the module that defines a rule. Only the choice of the loop depends on the scalar type at run
/// time; in each branch rule and lane are concrete, so the loop is compiled for that rule with its lanes in registers.
/// Arithmetic is done in the scalar's accumulator: narrow parameters are widened block by block and rounded once. Of a state
/// that has become subnormal zero is kept: without a gradient, a running mean would otherwise end among subnormal numbers for good,
/// each of which costs more time than a hundred others.
@frozen public struct ElementwisePass {
  @usableFromInline let parameters: UnsafeMutableRawPointer
  @usableFromInline let gradient: UnsafeRawPointer
  @usableFromInline let slots: SlotAddresses
  /// The elements to run over.
  @usableFromInline let range: Range<Int>
  /// What the gradient is multiplied by where it is read.
  @usableFromInline let scale: Double
  /// What is the same for all elements.
  @usableFromInline let numbers: Slots<ScalarLane<Double>>
  @usableFromInline let conversion: BlockConversion?

  /// Where the state of a rule lies: the addresses of up to five vectors.
  @usableFromInline typealias SlotAddresses = (
    UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?,
    UnsafeMutableRawPointer?
  )

  /// Runs a rule over vectors of equal length, or a range of their elements such as a segment's, in parts on all
  /// threads; the parts do not change a bit of the result.
  ///
  /// Each element of the gradient is multiplied by `scale` as it is read. The rule sees the slots that `used` names, all
  /// by default: others may be of any shape.
  @inlinable @inline(__always)
  public static func run<S: Scalar>(
    _ rule: some NumberedElementwiseRule, on parameters: inout ParameterVector<S>, along gradient: ParameterVector<S>,
    scale: S.Accumulator = 1, slots: inout [Tensor<S.Accumulator>], used: Range<Int>? = nil,
    numbers: [S.Accumulator] = [], over range: Range<Int>? = nil
  ) {
    run(
      rule, on: &parameters.flat, along: gradient.flat, scale: scale, slots: &slots, used: used, numbers: numbers,
      over: range)
  }

  /// Runs a rule over tensors of as many elements, or a range of them.
  @inlinable @inline(__always)
  public static func run<S: Scalar>(
    _ rule: some NumberedElementwiseRule, on parameters: inout Tensor<S>, along gradient: Tensor<S>,
    scale: S.Accumulator = 1, slots: inout [Tensor<S.Accumulator>], used: Range<Int>? = nil,
    numbers: [S.Accumulator] = [], over range: Range<Int>? = nil
  ) {
    let pass = ElementwisePass(
      &parameters, gradient, scale: scale, &slots, used: used, numbers: numbers, over: range)
    if S.Accumulator.self == Float.self {
      pass.runOnFloats(rule)
    } else if S.Accumulator.self == Double.self {
      pass.runOnDoubles(rule)
    } else {
      pass.runLanes(
        ScalarLane(value: scale), Slots(numbers.map { ScalarLane(value: $0) }), rule, pass.parameters, pass.gradient,
        slotStart: 0, pass.range)
    }
    // The pass holds addresses only.
    withExtendedLifetime((parameters, gradient, slots)) {}
  }

  @inlinable
  func runOnFloats(_ rule: some NumberedElementwiseRule) {
    let first = range.lowerBound
    parallelFor(range.count, grain: 16_384) { part in
      forEachBlock(first + part.lowerBound..<first + part.upperBound, size: 4) { parameters, gradient, start, count in
        let whole = count & ~15
        runLanes(SIMD16<Float>(scale), Slots(numbers), rule, parameters, gradient, slotStart: start, 0..<whole)
        runLanes(ScalarLane<Float>(scale), Slots(numbers), rule, parameters, gradient, slotStart: start, whole..<count)
      }
    }
  }

  @inlinable
  func runOnDoubles(_ rule: some NumberedElementwiseRule) {
    let first = range.lowerBound
    parallelFor(range.count, grain: 16_384) { part in
      forEachBlock(first + part.lowerBound..<first + part.upperBound, size: 8) { parameters, gradient, start, count in
        let whole = count & ~7
        runLanes(SIMD8<Double>(scale), Slots(numbers), rule, parameters, gradient, slotStart: start, 0..<whole)
        runLanes(ScalarLane<Double>(scale), Slots(numbers), rule, parameters, gradient, slotStart: start, whole..<count)
      }
    }
  }

  /// Runs the loop that suits the number of slots, over elements of the accumulator's type.
  ///
  /// Rules of up to two slots, as most are, have a loop without the other three, whose empty values would take up
  /// registers.
  @inlinable @inline(__always)
  func runLanes<V: Lane & BitwiseCopyable>(
    _ scale: V, _ numbers: Slots<V>, _ rule: some NumberedElementwiseRule, _ parameters: UnsafeMutableRawPointer,
    _ gradient: UnsafeRawPointer, slotStart: Int, _ elements: Range<Int>
  ) {
    if slots.2 == nil {
      loop(scale, numbers, rule, parameters, gradient, slotStart: slotStart, elements, ofTwo: true)
    } else {
      loop(scale, numbers, rule, parameters, gradient, slotStart: slotStart, elements, ofTwo: false)
    }
  }

  /// The loop itself; `ofTwo` is known when it is compiled.
  @inlinable @inline(__always)
  func loop<V: Lane & BitwiseCopyable>(
    _ scale: V, _ numbers: Slots<V>, _ rule: some NumberedElementwiseRule, _ parameters: UnsafeMutableRawPointer,
    _ gradient: UnsafeRawPointer, slotStart: Int, _ elements: Range<Int>, ofTwo: Bool
  ) {
    let width = V.self == SIMD16<Float>.self ? 16 : (V.self == SIMD8<Double>.self ? 8 : 1)
    let size = MemoryLayout<V>.stride / width
    let (first, second) = (slots.0, slots.1)
    let (third, fourth, fifth) = ofTwo ? (nil, nil, nil) : (slots.2, slots.3, slots.4)
    var offset = elements.lowerBound * size
    let end = elements.upperBound * size
    let shift = slotStart * size
    while offset < end {
      var w = parameters.loadUnaligned(fromByteOffset: offset, as: V.self)
      let g = gradient.loadUnaligned(fromByteOffset: offset, as: V.self) * scale
      var values = Slots<V>()
      let slot = shift + offset
      if let first { values.first = first.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let second { values.second = second.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let third { values.third = third.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let fourth { values.fourth = fourth.loadUnaligned(fromByteOffset: slot, as: V.self) }
      if let fifth { values.fifth = fifth.loadUnaligned(fromByteOffset: slot, as: V.self) }
      rule(&w, g, &values, numbers)
      parameters.storeBytes(of: w, toByteOffset: offset, as: V.self)
      if let first { first.storeBytes(of: values.first.withoutSubnormals, toByteOffset: slot, as: V.self) }
      if let second { second.storeBytes(of: values.second.withoutSubnormals, toByteOffset: slot, as: V.self) }
      if let third { third.storeBytes(of: values.third.withoutSubnormals, toByteOffset: slot, as: V.self) }
      if let fourth { fourth.storeBytes(of: values.fourth.withoutSubnormals, toByteOffset: slot, as: V.self) }
      if let fifth { fifth.storeBytes(of: values.fifth.withoutSubnormals, toByteOffset: slot, as: V.self) }
      offset += MemoryLayout<V>.stride
    }
  }
}
