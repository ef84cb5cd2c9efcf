/// What a run came to on its way: arrays of the same length, the start first.
public struct RunCurve: Codable, Hashable, Sendable {
  /// Steps taken.
  public var step: [Int] = []
  /// The measured value.
  public var value: [Double] = []
  /// The mean of the steps' own losses since the point before; nil at the start.
  public var trainingLoss: [Double?] = []
  /// The share of examples classified correctly, where that means something.
  public var accuracy: [Double?] = []
  /// The processor's time so far, measuring left out.
  public var seconds: [Double] = []
}
