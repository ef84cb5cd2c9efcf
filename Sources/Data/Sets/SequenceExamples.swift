/// Sequences of tokens with sequences of tokens to predict, all of the same lengths.
public struct SequenceExamples: TokenExamples, Equatable {
  /// The given tokens, [examples, inputLength] row by row.
  public let inputs: [Int]
  /// The tokens to predict, [examples, targetLength] row by row.
  public let targets: [Int]
  public let inputLength: Int
  public let targetLength: Int
  public let vocabularySize: Int

  /// Sequences and what to predict; throws where their numbers differ or a token lies outside the vocabulary.
  public init(inputs: [Int], inputLength: Int, targets: [Int], targetLength: Int, vocabularySize: Int) throws {
    require(inputLength > 0 && targetLength > 0, "sequences of \(inputLength) and \(targetLength) tokens")
    guard inputs.count.isMultiple(of: inputLength), targets.count.isMultiple(of: targetLength),
      inputs.count / inputLength == targets.count / targetLength
    else {
      throw DataError.sizesDiffer(
        "\(targets.count) tokens of targets of length \(targetLength) for \(inputs.count) tokens of inputs of length "
          + "\(inputLength)")
    }
    for token in [inputs, targets].joined() where !(0..<vocabularySize).contains(token) {
      throw DataError.labelOutsideClasses(token, classCount: vocabularySize)
    }
    self.inputs = inputs
    self.targets = targets
    self.inputLength = inputLength
    self.targetLength = targetLength
    self.vocabularySize = vocabularySize
  }

  public var count: Int { inputs.count / inputLength }

  public func tokens(of examples: ArraySlice<Int>) -> (inputs: [Int], targets: [Int]) {
    var (chosen, wanted): ([Int], [Int]) = ([], [])
    for example in examples {
      require((0..<count).contains(example), "example \(example) lies outside the \(count) that there are")
      chosen += inputs[example * inputLength..<(example + 1) * inputLength]
      wanted += targets[example * targetLength..<(example + 1) * targetLength]
    }
    return (chosen, wanted)
  }

  /// The examples of the given indices, as a set of their own.
  public func selecting(_ indices: [Int]) throws -> SequenceExamples {
    let (inputs, targets) = tokens(of: indices[...])
    return try SequenceExamples(
      inputs: inputs, inputLength: inputLength, targets: targets, targetLength: targetLength,
      vocabularySize: vocabularySize)
  }
}
