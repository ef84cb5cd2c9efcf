import Foundation
@testable import GlissadeKernels
import Testing

extension KernelTests {
  /// Another set's kernels go along with the work to the pool's threads, and leave with it.
  @Test func exceptionsFromTheSelectedKernelsReachTheWorkers() {
    #expect(ActiveKernels.exception == nil)
    withThreads(3) {
      ActiveKernels.with(.baseline) {
        #expect(ActiveKernels.exception != nil)
        #expect(exceptionsOfPieces() == [ActiveKernels.exception])
      }
      #expect(exceptionsOfPieces() == [nil])
      #expect(ActiveKernels.exception == nil)
    }
  }

  /// What pieces of shared work see, each slow enough for other threads to come.
  private func exceptionsOfPieces() -> Set<UnsafeMutableRawPointer?> {
    var seen = [UnsafeMutableRawPointer?](repeating: nil, count: 24)
    seen.withUnsafeMutableBufferPointer { seen in
      let base = seen.baseAddress
      parallelFor(seen.count, grain: 1) { range in
        for i in range {
          usleep(200)
          base?[i] = ActiveKernels.exception
        }
      }
    }
    return Set(seen)
  }
}
