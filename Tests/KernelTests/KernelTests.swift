@testable import GlissadeKernels
import GlissadeNumerics
import Testing

/// The kernels against the oracle, libm and one another; serialized, because they switch kernel sets and threads.
@Suite(.serialized) struct KernelTests {
  /// Runs `body` with another number of threads.
  func withThreads(_ count: Int, _ body: () -> Void) {
    let previous = ThreadPool.threadCount
    ThreadPool.threadCount = count
    defer { ThreadPool.threadCount = previous }
    body()
  }

  @Test func aWishForUnknownKernelsIsReported() {
    let selection = KernelSelection(wish: "fast", features: ProcessorFeatures(hasLevel3: false, hasLevel4: false))
    #expect(selection.problem != nil)
    #expect(selection.chosen == selection.available.last)
    let none = KernelSelection(wish: nil, features: ProcessorFeatures(hasLevel3: false, hasLevel4: false))
    #expect(none.problem == nil)
    for set in KernelSet.allCases where !none.available.contains(set) {
      let selection = KernelSelection(
        wish: set.rawValue, features: ProcessorFeatures(hasLevel3: false, hasLevel4: false))
      #expect(selection.problem != nil)
      #expect(selection.chosen == none.chosen)
    }
  }

  @Test func level4NeedsAProcessorThatHasIt() {
    if KernelSet.compiled.contains(.v4) && !KernelSelection.current.available.contains(.v4) {
      print("note: this processor has no AVX-512, so the v4 kernels are not tested here")
    }
    let features = ProcessorFeatures(hasLevel3: false, hasLevel4: true)
    #expect(!KernelSelection(wish: "v4", features: features).available.contains(.v4))
  }

  @Test func parallelRangesCoverEverythingOnce() {
    for threads in [1, 2, 3, 5] {
      withThreads(threads) {
        for (count, grain) in [(0, 1), (1, 1), (10, 3), (1000, 1), (1000, 999), (12345, 64)] {
          var marks = [UInt8](repeating: 0, count: count)
          marks.withUnsafeMutableBufferPointer { marks in
            let base = marks.baseAddress
            for _ in 0..<20 {
              parallelFor(count, grain: grain) { range in
                // Nested work must run inline and not wait for the pool.
                parallelFor(range.count, grain: 1) { inner in
                  for i in inner { base?[range.lowerBound + i] += 1 }
                }
              }
            }
          }
          #expect(marks.allSatisfy { $0 == 20 }, "count \(count), grain \(grain), \(threads) threads")
        }
      }
    }
  }
}
