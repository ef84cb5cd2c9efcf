/// The mean loss over some examples and, for classifiers, the share classified correctly.
public struct Metrics: Sendable, Equatable {
  /// The mean loss.
  public let loss: Double
  /// The share of examples classified correctly, nil where nothing is classified.
  public let accuracy: Double?

  /// The given figures.
  public init(loss: Double, accuracy: Double? = nil) {
    self.loss = loss
    self.accuracy = accuracy
  }

  /// Sums over batches, on the way to means.
  struct Sums: Sendable, Equatable {
    private(set) var loss: Double
    private(set) var correct: Int?
    private(set) var count: Int

    init(loss: Double = 0, correct: Int? = nil, count: Int = 0) {
      self.loss = loss
      self.correct = correct
      self.count = count
    }

    mutating func add(loss: Double, correctCount: Int?, count: Int) {
      self.loss += loss * Double(count)
      if let correctCount { correct = (correct ?? 0) + correctCount }
      self.count += count
    }

    var metrics: Metrics {
      let total = Double(count)
      return Metrics(loss: loss / total, accuracy: correct.map { Double($0) / total })
    }
  }
}
