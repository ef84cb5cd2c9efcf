/// What a model is for: the sizes of what it is given and of what it makes.
enum ModelTask: Equatable {
  /// Inputs of the given sizes, an example, to classes.
  case classes(inputs: [Int], count: Int)
  /// Inputs of the given sizes to numbers.
  case numbers(inputs: [Int], count: Int)
  /// Tokens to tokens, as many, or answers of a length of their own.
  case tokens(vocabulary: Int, length: Int, answerLength: Int?)
}
