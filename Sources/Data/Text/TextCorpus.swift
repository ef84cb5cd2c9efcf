/// A text as numbers of its symbols, divided into a part to train on and one to validate with.
///
/// ```swift
/// let text = try TextCorpus(contentsOf: "tinyshakespeare.txt")
/// let batch = try text.training.windows(of: 64).randomBatch(size: 12, seed: 1, step: 0)
/// ```
public struct TextCorpus: Sendable, Equatable {
  /// What the numbers stand for.
  public let vocabulary: Vocabulary
  /// The beginning, to train on.
  public let training: TokenSequence
  /// The rest, to validate with.
  public let validation: TokenSequence

  /// A text, of which the first `trainingShare` (default 0.9, nanoGPT's), rounded down, is trained on.
  public init(_ text: String, trainingShare: Double = 0.9) throws {
    require((0...1).contains(trainingShare), "a share to train on lies between 0 and 1, not at \(trainingShare)")
    vocabulary = Vocabulary(of: text)
    let tokens = try vocabulary.encode(text)
    let count = Int(Double(tokens.count) * trainingShare)
    training = TokenSequence(tokens[..<count], vocabularySize: vocabulary.count)
    validation = TokenSequence(tokens[count...], vocabularySize: vocabulary.count)
  }

  /// The text of a file in UTF-8, plain or packed by gzip; throws where it cannot be read or is of another encoding.
  public init(contentsOf path: String, trainingShare: Double = 0.9) throws {
    try self.init(
      bytes: Gzip.unpackIfPacked(FileContents.bytes(of: path)), trainingShare: trainingShare)
  }

  /// The text of bytes in UTF-8.
  public init(bytes: [UInt8], trainingShare: Double = 0.9) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw TextError.notUnicode }
    try self.init(text, trainingShare: trainingShare)
  }
}
