/// Numbers of symbols, one after the other.
public struct TokenSequence: Sendable, Equatable {
  /// The numbers.
  public let tokens: ArraySlice<Int>
  /// The number of symbols that there are; tokens are below it.
  public let vocabularySize: Int

  /// A sequence of tokens, all from 0 to below `vocabularySize`; traps otherwise.
  public init(_ tokens: ArraySlice<Int>, vocabularySize: Int) {
    require(
      tokens.allSatisfy { (0..<vocabularySize).contains($0) }, "a token lies outside a vocabulary of \(vocabularySize)")
    self.tokens = tokens
    self.vocabularySize = vocabularySize
  }

  /// The parts of `contextLength` tokens from which the next one each is to be predicted.
  ///
  /// The next window is `stride` tokens from the last: 1 for all there are, by default so far that they do not overlap. Throws
  /// where the sequence is too short for one.
  public func windows(of contextLength: Int, stride: Int? = nil) throws -> TokenWindows {
    guard contextLength > 0, tokens.count > contextLength else {
      throw TextError.tooShort(tokens.count, contextLength: contextLength)
    }
    return TokenWindows(self, contextLength: contextLength, stride: stride ?? contextLength)
  }
}
