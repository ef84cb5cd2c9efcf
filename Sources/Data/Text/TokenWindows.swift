/// Windows on a sequence of tokens: from each token of a window, and those before, the next is to be predicted.
public struct TokenWindows: TokenExamples {
  /// The sequence.
  public let sequence: TokenSequence
  /// The tokens in a window.
  public let contextLength: Int
  /// How far the next window is from the last.
  public let stride: Int

  init(_ sequence: TokenSequence, contextLength: Int, stride: Int) {
    require(stride > 0, "windows are at least one token apart, not \(stride)")
    self.sequence = sequence
    self.contextLength = contextLength
    self.stride = stride
  }

  /// The number of windows that have a next token after each of theirs.
  public var count: Int { (sequence.tokens.count - contextLength - 1) / stride + 1 }

  public var inputLength: Int { contextLength }
  public var targetLength: Int { contextLength }
  public var vocabularySize: Int { sequence.vocabularySize }

  public func tokens(of windows: ArraySlice<Int>) -> (inputs: [Int], targets: [Int]) {
    var (inputs, targets): ([Int], [Int]) = ([], [])
    for window in windows {
      require((0..<count).contains(window), "window \(window) lies outside the \(count) that there are")
      let start = sequence.tokens.startIndex + window * stride
      inputs += sequence.tokens[start..<start + contextLength]
      targets += sequence.tokens[start + 1..<start + contextLength + 1]
    }
    return (inputs, targets)
  }

  /// Windows drawn at random, with repetition, as decided by a seed and the number of the step alone.
  public func randomBatch(size: Int, seed: UInt64, step: Int) -> Batch<TokenWindows> {
    require(size > 0, "a batch has at least one window, not \(size)")
    let stream = RandomStream(seed: seed, purpose: .shuffling, index: step)
    return Batch(self, indices: (0..<size).map { stream.integer(at: $0, below: count) }[...])
  }
}
