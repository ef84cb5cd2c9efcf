/// Examples in which tokens are to be predicted from tokens, all of the same lengths.
public protocol TokenExamples: ExampleSet {
  /// The number of tokens that an example gives.
  var inputLength: Int { get }
  /// The number of tokens to predict in an example.
  var targetLength: Int { get }
  /// The number of different tokens; each is below it.
  var vocabularySize: Int { get }
  /// The given tokens of some examples, [examples, inputLength] row by row, and those to predict, [examples, targetLength];
  /// traps where an example does not exist.
  func tokens(of examples: ArraySlice<Int>) -> (inputs: [Int], targets: [Int])
}
