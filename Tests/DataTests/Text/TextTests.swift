import Testing

@testable import GlissadeData

@Suite("Text") struct TextTests {
  @Test("Symbols are numbered in the order of their scalars") func vocabulary() throws {
    let vocabulary = Vocabulary(of: "hällo wörld\n")
    #expect(vocabulary.symbols == ["\n", " ", "d", "h", "l", "o", "r", "w", "ä", "ö"])
    let tokens = try vocabulary.encode("wörld")
    #expect(tokens == [7, 9, 6, 4, 2] && vocabulary.decode(tokens) == "wörld")
    #expect(throws: TextError.unknownSymbol("x")) { try vocabulary.encode("dx") }
    // One symbol for a reader, two for the vocabulary.
    #expect(Vocabulary(of: "e\u{301}").count == 2)
  }

  @Test("The beginning trains, the rest validates") func split() throws {
    let corpus = try TextCorpus("abcdefghijklmno", trainingShare: 0.9)
    #expect(corpus.vocabulary.decode(corpus.training.tokens) == "abcdefghijklm")
    #expect(corpus.vocabulary.decode(corpus.validation.tokens) == "no")
    #expect(corpus.validation.vocabularySize == 15)
    #expect(throws: TextError.notUnicode) { try TextCorpus(bytes: [0x61, 0xff]) }
    #expect(throws: TextError.tooShort(2, contextLength: 2)) { try corpus.validation.windows(of: 2) }
  }

  @Test("Windows, and the token after each of theirs") func windows() throws {
    let sequence = TokenSequence([9, 0, 1, 2, 3, 4, 5, 6, 7][1...], vocabularySize: 8)
    let apart = try sequence.windows(of: 3)
    #expect(apart.count == 2)
    #expect(apart.tokens(of: [1, 0]).inputs == [3, 4, 5, 0, 1, 2])
    #expect(apart.tokens(of: [1, 0]).targets == [4, 5, 6, 1, 2, 3])
    let all = try sequence.windows(of: 3, stride: 1)
    #expect(all.count == 5 && all.tokens(of: [4]).targets == [5, 6, 7])
    #expect(try sequence.windows(of: 7).count == 1)
  }

  @Test("Random windows depend on seed and step alone, and reach all") func random() throws {
    let all = try TokenSequence(Array(0..<40)[...], vocabularySize: 40).windows(of: 8, stride: 1)
    let batch = all.randomBatch(size: 6, seed: 3, step: 2)
    #expect(batch.indices == all.randomBatch(size: 6, seed: 3, step: 2).indices)
    #expect(batch.indices != all.randomBatch(size: 6, seed: 3, step: 3).indices)
    #expect(batch.indices != all.randomBatch(size: 6, seed: 4, step: 2).indices)
    let seen = Set((0..<100).flatMap { all.randomBatch(size: 6, seed: 1, step: $0).indices })
    #expect(seen == Set(0..<32))
  }
}
