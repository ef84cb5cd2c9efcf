import GlissadeNumerics
import Testing

/// Results do not depend on the number of threads, nor on which of the fused kernel sets computes them.
///
/// The override of the kernel set holds on the calling thread. Products and functions of Float and Double take its table
/// along to the workers; the functions of narrow types look theirs up again there, so on several threads their pieces
/// are computed by the set in use and by the other one.
extension KernelTests {
  /// The sets that must agree with the one in use, which alone stands for sets without fused multiply-add.
  private var agreeingSets: [KernelSet] {
    let chosen = KernelSelection.current.chosen
    return chosen.hasFusedMultiplyAdd ? fusedSets : [chosen]
  }

  /// Expects one ledger from every set on 1, 2, 3 and 8 threads.
  private func expectSameBits(_ compute: (inout Ledger) -> Void) {
    var first: (ledger: Ledger, name: String)?
    for set in agreeingSets {
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

  private func expectSameBits<S: Scalar>(_ type: S.Type) {
    let pool = NoisePool<S>()
    expectSameBits { $0.addProducts(pool) }
    expectSameBits { $0.addReductions(pool) }
    expectSameBits { $0.addSoftmax(pool) }
    expectSameBits { $0.addUnaryFunctions(pool) }
    expectSameBits { $0.addBinaryFunctions(pool) }
  }

  @Test func floatHasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(Float.self) }

  @Test func doubleHasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(Double.self) }

  #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
    @Test func float16HasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(Float16.self) }
  #endif

  @Test func bfloat16HasTheSameBitsOnAnyThreadsAndAnyFusedSet() { expectSameBits(BFloat16.self) }
}
