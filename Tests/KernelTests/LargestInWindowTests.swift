import GlissadeNumerics
import Testing

extension KernelTests {
  /// The largest in each window by the kernels and by plain loops, where the memory ends with the row and where it does not.
  private func checkLargest<S: Scalar>(_ type: S.Type, _ set: KernelSet) where S.Accumulator == S {
    var noise = Noise(11)
    for (count, stride) in [(1, 1), (14, 2), (16, 2), (37, 1), (45, 2), (20, 3), (5, 7)] {
      for taps in [[0], [0, 1, 28, 29], [0, 2, 3, 91]] {
        for spare in [0, 100] {
          let length = (count - 1) * stride + 92
          // Few different values, so that many are equal.
          var x: [S] = (0..<length + spare).map { _ in S(rounding: noise.next(-2.4...2.4).rounded()) }
          for index in [3, 41, 60] where spare > 0 { x[index % x.count] = .nan }
          var (y, places) = ([S](repeating: 7, count: count + spare), [S](repeating: 7, count: count + spare))
          var (expected, expectedPlaces) = (y, places)
          taps.withUnsafeBufferPointer { taps in
            guard let base = taps.baseAddress else { return }
            let row = WindowRow(
              taps: base, tapCount: taps.count, stride: stride, count: count, readable: x.count,
              writable: count + spare)
            S.largest(row, x, into: &y, places: &places)
            Oracle.largest(row, x, into: &expected, places: &expectedPlaces)
          }
          let name = "\(set), \(type), \(count) windows, stride \(stride), \(taps), \(spare) to spare"
          #expect(y[..<count].map(\.hashBits) == expected[..<count].map(\.hashBits), "\(name)")
          #expect(places[..<count] == expectedPlaces[..<count], "\(name)")
        }
      }
    }
  }

  @Test func largestInWindowsAreThoseOfPlainLoops() {
    for set in KernelSelection.current.available {
      ActiveKernels.with(set) {
        checkLargest(Float.self, set)
        checkLargest(Double.self, set)
      }
    }
  }
}
