import GlissadeNumerics
import Testing

/// Results do not depend on the number of threads, nor on which of the fused kernel sets computes them.
extension KernelTests {
  /// Sets that must agree with one another: all that fuse, and each other one with itself.
  private var agreeingSets: [[KernelSet]] {
    let others = KernelSelection.current.available.filter { !$0.hasFusedMultiplyAdd }
    return [fusedSets] + others.map { [$0] }
  }

  /// Expects one ledger from sets that agree, on 1, 2, 3 and 8 threads.
  private func expectSameBits(_ compute: (inout Ledger) -> Void) {
    for sets in agreeingSets { expectSameBits(sets, compute) }
  }

  private func expectSameBits(_ sets: [KernelSet], _ compute: (inout Ledger) -> Void) {
    var first: (ledger: Ledger, name: String)?
    for set in sets {
      for threads in [1, 2, 3, 8] {
        var ledger = Ledger()
        ActiveKernels.with(set) { withThreads(threads) { compute(&ledger) } }
        let name = "\(set) on \(threads) threads"
        if let first {
          let differences = ledger.differences(from: first.ledger)
          let examples = differences.prefix(5).joined(separator: "; ")
          let isSame = differences.isEmpty
          #expect(
            isSame,
            "\(name) and \(first.name) differ in \(differences.count) results, such as \(examples)")
        } else {
          #expect(ledger.count > 0)
          first = (ledger, name)
        }
      }
    }
  }

  private func expectSameBits<S: Scalar>(_ pool: NoisePool<S>) {
    expectSameBits { $0.addProducts(pool) }
    expectSameBits { $0.addReductions(pool) }
    expectSameBits { $0.addSoftmax(pool) }
    expectSameBits { $0.addUnaryFunctions(pool) }
    expectSameBits { $0.addBinaryFunctions(pool) }
    expectSameBits { $0.addUpdates(pool) }
  }

  /// What only accumulators are asked for.
  private func expectSameBitsOfRows<S: Scalar>(_ pool: NoisePool<S>) where S.Accumulator == S {
    expectSameBits { $0.addFunctionsOfRows(pool) }
    expectSameBits { $0.addCells(pool) }
  }

  @Test func floatHasTheSameBitsOnAnyThreadsAndAnyFusedSet() {
    let pool = NoisePool<Float>()
    expectSameBits(pool)
    expectSameBitsOfRows(pool)
  }

  @Test func doubleHasTheSameBitsOnAnyThreadsAndAnyFusedSet() {
    let pool = NoisePool<Double>()
    expectSameBits(pool)
    expectSameBitsOfRows(pool)
  }

  @Test func productsWithPatchesHaveTheSameBitsOnAnyThreadsAndAnyFusedSet() {
    let (floats, doubles) = (NoisePool<Float>(), NoisePool<Double>())
    expectSameBits { $0.addPatchProducts(floats) }
    expectSameBits { $0.addPatchProducts(doubles) }
  }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func float16HasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(NoisePool<Float16>()) }
  #endif

  @Test func bfloat16HasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(NoisePool<BFloat16>()) }
}
