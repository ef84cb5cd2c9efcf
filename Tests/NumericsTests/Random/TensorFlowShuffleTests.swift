import GlissadeNumerics
import Testing

/// That these are TensorFlow's orders is shown by the losses of DeepOBS's published runs, in QuadraticDeepTests.
@Suite("TensorFlow's shuffling") struct TensorFlowShuffleTests {
  @Test("Orders equal those of an independent implementation") func golden() {
    let first = tensorFlowShuffled(count: 1000, seed: 46, operationSeed: 2)
    #expect(first.prefix(8) == [48, 502, 93, 232, 962, 814, 245, 451])
    #expect(first.suffix(3) == [484, 224, 980])
    let second = tensorFlowShuffled(count: 1000, seed: 48, operationSeed: 2)
    #expect(second.prefix(8) == [573, 668, 7, 778, 995, 885, 87, 746])
    #expect(second.suffix(3) == [229, 742, 720])
  }

  @Test("Every element comes once, for any number of them") func permutations() {
    for count in [0, 1, 2, 7, 100] {
      #expect(tensorFlowShuffled(count: count, seed: 1, operationSeed: 5).sorted() == Array(0..<count))
    }
  }
}
