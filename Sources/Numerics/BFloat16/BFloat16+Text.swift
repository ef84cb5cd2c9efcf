extension BFloat16: CustomStringConvertible, LosslessStringConvertible {
  /// The value as Float prints it; parsing it again gives the same number (a NaN loses its payload).
  public var description: String { Float(self).description }

  /// The number that the text spells, rounded by way of Double; nil where Double accepts none.
  public init?(_ text: some StringProtocol) {
    guard let value = Double(text) else { return nil }
    self.init(value)
  }

  /// The number that the text spells, rounded by way of Double; nil where Double accepts none.
  public init?(_ description: String) {
    guard let value = Double(description) else { return nil }
    self.init(value)
  }
}

extension BFloat16: Codable {
  /// Decodes a Float and rounds it.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Float.self))
  }

  /// Encodes the value as a Float.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Float(self))
  }
}
