/// Zeroes each element with probability `rate` while training and scales the others by 1/(1 − rate); nothing otherwise.
///
/// Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov 2014 (JMLR 15).
public struct Dropout: Layer {
  /// The probability that an element is zeroed, at least 0 and below 1.
  public let rate: Double
  /// The stream of random numbers.
  public let random = RandomSlot()

  /// Dropout with the given rate, by default 0.5 (PyTorch's).
  public init(_ rate: Double = 0.5) {
    require(rate >= 0 && rate < 1, "a dropout rate is at least 0 and below 1, not \(rate)")
    self.rate = rate
  }

  public func callAsFunction<S: Scalar>(_ x: Variable<S>) -> Variable<S> {
    guard x.tape.pass.isTraining, rate > 0 else { return x }
    return x.applying(Mask(rate: rate, stream: x.tape.randomStream(random)))
  }
}
