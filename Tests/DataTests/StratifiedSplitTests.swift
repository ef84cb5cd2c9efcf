import Testing

@testable import GlissadeData

@Suite("Stratified split") struct StratifiedSplitTests {
  let stream = RandomStream(seed: 0, purpose: .splitting)

  @Test("The digits: 1437 and 360, disjoint, complete, ascending, every class in proportion") func digits() throws {
    let labels = try DigitsDecoder.decode().labels
    let (training, test) = stratifiedSplit(labels: labels, testCount: 360, stream: stream)
    #expect(training.count == 1437 && test.count == 360)
    #expect(Set(training).isDisjoint(with: test) && (training + test).sorted() == Array(labels.indices))
    #expect(training == training.sorted() && test == test.sorted())
    for label in 0..<10 {
      let size = labels.count { $0 == label }
      let share = Double(360 * size) / 1797
      let count = test.count { labels[$0] == label }
      #expect((Double(count) - share).magnitude < 1, "class \(label): \(count) instead of \(share)")
    }
  }

  @Test("The stream decides, and nothing else") func determinism() throws {
    let labels = try DigitsDecoder.decode().labels
    let first = stratifiedSplit(labels: labels, testCount: 360, stream: stream).test
    #expect(stratifiedSplit(labels: labels, testCount: 360, stream: stream).test == first)
    let other = RandomStream(seed: 1, purpose: .splitting)
    #expect(stratifiedSplit(labels: labels, testCount: 360, stream: other).test != first)
  }

  @Test("Largest remainders, ties to the smaller label") func remainders() {
    func counts(_ labels: [Int], _ testCount: Int) -> [Int: Int] {
      let test = stratifiedSplit(labels: labels, testCount: testCount, stream: stream).test
      return Dictionary(grouping: test) { labels[$0] }.mapValues(\.count)
    }
    // 5 of 10: shares 2.5, 1.5, 1.
    #expect(counts([7, 7, 7, 7, 7, -1, -1, -1, 0, 0], 5) == [-1: 2, 0: 1, 7: 2])
    // 4 of 10: shares 2, 1.2, 0.8.
    #expect(counts([7, 7, 7, 7, 7, -1, -1, -1, 0, 0], 4) == [-1: 1, 0: 1, 7: 2])
    #expect(counts([1, 2, 3], 1) == [1: 1])
  }

  @Test("Nothing and everything") func ends() {
    #expect(stratifiedSplit(labels: [], testCount: 0, stream: stream).training == [])
    #expect(stratifiedSplit(labels: [4, 5, 4], testCount: 0, stream: stream).training == [0, 1, 2])
    #expect(stratifiedSplit(labels: [4, 5, 4], testCount: 3, stream: stream).test == [0, 1, 2])
  }
}
