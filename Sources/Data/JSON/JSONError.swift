/// Where a text is not the JSON that was expected.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  /// What should have been there.
  public let expected: String
  /// The number of bytes before it.
  public let position: Int

  /// A sentence that says what was expected where.
  public var description: String { "\(expected) should stand in the JSON after \(position) bytes, and does not." }
}
