import GlissadeNumerics
import Testing

@Suite("Random streams") struct RandomStreamTests {
  let stream = RandomStream(seed: 42, purpose: .initialization, index: 3)

  @Test("Key derivation and bits equal those of an independent implementation") func golden() {
    #expect(stream.key.key == 0xbd90_8228_2095_1e07)
    #expect(stream.key.stream == 0x1389_d982_cdea_ca31)
    #expect(stream.bits(at: 0) == 0xd26c_ce72_609a_8585 && stream.bits(at: 1) == 0xb869_f380_389a_c544)
    #expect(stream.bits(at: 2) == 0xe0a_0193_bd8a_0c60 && stream.bits(at: 3) == 0x8e04_6a03_11a0_e02f)
  }

  @Test("Seed, purpose, every index and their order tell streams apart") func independence() {
    let streams = [
      stream, RandomStream(seed: 43, purpose: .initialization, index: 3),
      RandomStream(seed: 42, purpose: .dropout, index: 3), RandomStream(seed: 42, purpose: .initialization),
      RandomStream(seed: 42, purpose: .initialization, index: 4), stream.substream(0), stream.substream(1),
      RandomStream(seed: 42, purpose: .initialization, index: 0, 3),
      RandomStream(seed: 42, purpose: RandomPurpose("mine"), index: 3), stream.substream(-1),
    ]
    #expect(Set(streams).count == streams.count && Set(streams.map { $0.bits(at: 0) }).count == streams.count)
    #expect(RandomStream(seed: 42, purpose: .initialization, index: 3, 1) == stream.substream(1))
    #expect(RandomPurpose("dropout") == .dropout)
  }

  @Test("Bits, words, filled buffers and the generator are views of one sequence") func views() {
    let block = stream.words(at: 5)
    #expect(stream.bits(at: 10) == block.low && stream.bits(at: 11) == block.high)
    let expected = (0..<8).flatMap { block in
      let words = stream.words(at: block)
      return [words.word0, words.word1, words.word2, words.word3]
    }
    for start in 0..<5 {
      for count in [0, 1, 3, 4, 9, 21] {
        var words = [UInt32](repeating: 0, count: count)
        words.withUnsafeMutableBufferPointer { stream.fill($0, from: start) }
        #expect(words == Array(expected[start..<start + count]))
      }
    }
    var generator = stream.generator(from: 2)
    #expect(generator.next() == stream.bits(at: 2) && generator.next() == stream.bits(at: 3))
    #expect(Int.random(in: 0..<10, using: &generator) < 10)
  }

  @Test("Uniform numbers: range, mean, variance and bins") func uniform() {
    let count = 20_000
    var bins = [Int](repeating: 0, count: 16)
    var sum = 0.0
    var squares = 0.0
    for i in 0..<count {
      let u = stream.uniform01(at: i)
      bins[Int(u * 16)] += 1
      sum += u
      squares += u * u
    }
    let mean = sum / Double(count)
    #expect((mean - 0.5).magnitude < 4 * 0.2887 / Double(count).squareRoot())
    #expect((squares / Double(count) - mean * mean - 1.0 / 12).magnitude < 0.003)
    #expect(chiSquare(bins, expected: Double(count) / 16) < 37.7, "15 degrees of freedom, p = 0.001")
    #expect((0..<1000).allSatisfy { (-2.0..<(-1.5)).contains(stream.uniform(at: $0, in: -2 ..< -1.5)) })
    let narrow = 1.0..<(1.0).nextUp
    #expect((0..<100).allSatisfy { narrow.contains(stream.uniform(at: $0, in: narrow)) })
  }

  @Test("Bounded integers are unbiased, also where two thirds of the draws would be biased") func integers() {
    var bins = [Int](repeating: 0, count: 7)
    for i in 0..<14_000 { bins[stream.integer(at: i, below: 7)] += 1 }
    #expect(chiSquare(bins, expected: 2000) < 22.5, "6 degrees of freedom, p = 0.001")
    // With bound 3·2⁶¹ a plain product hits every third value twice; rejection keeps the residues even.
    let bound = 3 << 61
    var residues = [0, 0, 0]
    for i in 0..<6000 {
      let value = stream.integer(at: i, below: bound)
      #expect(value >= 0 && value < bound)
      residues[value % 3] += 1
    }
    #expect(chiSquare(residues, expected: 2000) < 13.9, "2 degrees of freedom, p = 0.001; \(residues)")
    #expect(stream.integer(at: 0, below: 1) == 0)
  }

  @Test("Permutations are complete, fixed by the stream, and all equally likely") func permutations() {
    let order = stream.shuffled(count: 1000)
    #expect(order.sorted() == Array(0..<1000) && order != Array(0..<1000) && order == stream.shuffled(count: 1000))
    #expect(stream.shuffled(count: 0) == [] && stream.shuffled(count: 1) == [0])
    #expect(stream.shuffled(["a", "b", "c"]).sorted() == ["a", "b", "c"])
    var counts: [[Int]: Int] = [:]
    for i in 0..<4800 { counts[stream.substream(i).shuffled(count: 4), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(chiSquare(Array(counts.values), expected: 200) < 49.7, "23 degrees of freedom, p = 0.001")
  }

  private func chiSquare(_ bins: [Int], expected: Double) -> Double {
    bins.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}
