/// How a classifier does on a set of examples: the confusion matrix and what follows from it, top-k accuracy, perplexity.
public struct ClassificationMetrics: Sendable, Equatable {
  /// How often an example of the class of the row was taken for one of the class of the column; empty for more than 256
  /// classes, as of a language model.
  public private(set) var confusion: [[Int]] = []
  private var classes: [ClassCounts] = []
  /// For each k from 1 to `largestRank`, how often the class was among the k with the largest logits.
  public private(set) var topCounts: [Int]
  /// The sum of the cross-entropies.
  private var crossEntropy = 0.0

  /// How often a class was right, predicted, and true.
  private struct ClassCounts: Sendable, Equatable {
    var correct = 0
    var predicted = 0
    var actual = 0
  }

  /// The most classes of which there is a table.
  private static let largestTable = 256

  /// Nothing counted yet, up to the given k for top-k accuracy.
  public init(largestRank: Int = 5) {
    require(largestRank > 0, "a rank is one or more, not \(largestRank)")
    topCounts = Array(repeating: 0, count: largestRank)
  }

  /// Adds predictions: logits of shape [..., classes], and the class of each row.
  ///
  /// The rank of a class is one more than the number of larger logits; of equal logits the class's own comes first.
  public mutating func add<S: Scalar>(_ logits: Tensor<S>, labels: [Int]) {
    let width = logits.shape.columns
    require(labels.count == logits.shape.rows, "\(labels.count) labels for logits of shape \(logits.shape)")
    if classes.isEmpty {
      classes = Array(repeating: ClassCounts(), count: width)
      if width <= Self.largestTable { confusion = Array(repeating: Array(repeating: 0, count: width), count: width) }
    }
    require(classes.count == width, "logits of \(width) classes after those of \(classes.count)")
    let logProbabilities = logits.softmax(logarithm: true).doubles
    let predictions = logits.argmaxRows()
    for (row, label) in labels.enumerated() {
      require((0..<width).contains(label), "label \(label) lies outside the \(width) classes")
      let scores = logProbabilities[row * width..<(row + 1) * width]
      let own = scores[scores.startIndex + label]
      let prediction = predictions[row]
      if !confusion.isEmpty { confusion[label][prediction] += 1 }
      classes[label].actual += 1
      classes[prediction].predicted += 1
      if prediction == label { classes[label].correct += 1 }
      crossEntropy -= own
      let rank = scores.count { $0 > own }
      for k in topCounts.indices where rank <= k { topCounts[k] += 1 }
    }
  }

  /// The number of classes; 0 before anything is counted.
  public var classCount: Int { classes.count }

  /// The number of examples.
  public var count: Int { classes.reduce(0) { $0 + $1.actual } }

  /// The share of examples whose class has one of the k largest logits; NaN of none.
  public func topAccuracy(_ k: Int) -> Double { Double(topCounts[k - 1]) / Double(count) }

  /// e to the mean cross-entropy: as if the model chose among so many classes, all alike.
  public var perplexity: Double { Double.exp(crossEntropy / Double(count)) }

  /// Of what was taken for a class, the share that is of it: TP/(TP + FP); NaN where nothing was.
  public func precision(_ label: Int) -> Double { Double(classes[label].correct) / Double(classes[label].predicted) }

  /// Of what is of a class, the share that was taken for it: TP/(TP + FN); NaN where nothing is.
  public func recall(_ label: Int) -> Double { Double(classes[label].correct) / Double(classes[label].actual) }

  /// The harmonic mean of precision and recall, 2 TP/(2 TP + FP + FN); NaN where nothing is of the class nor taken for it.
  public func f1(_ label: Int) -> Double {
    Double(2 * classes[label].correct) / Double(classes[label].predicted + classes[label].actual)
  }

  /// The mean of a figure over classes, one that is not defined counted as zero, as scikit-learn does by default.
  private func mean(_ figure: (Int) -> Double) -> Double {
    let values = (0..<classCount).map(figure)
    return values.reduce(0) { $0 + ($1.isNaN ? 0 : $1) } / Double(classCount)
  }

  /// The means of precision, recall and F1 over the classes, and the figures that need no class.
  public var measurements: [Measurement] {
    guard classCount > 0 else { return [] }
    var result = topCounts.indices.dropFirst().filter { $0 + 1 < classCount }.map {
      Measurement("top\($0 + 1)Accuracy", topAccuracy($0 + 1))
    }
    result += [
      Measurement("perplexity", perplexity), Measurement("meanPrecision", mean(precision)),
      Measurement("meanRecall", mean(recall)), Measurement("meanF1", mean(f1)),
    ]
    return result
  }
}

extension Trainer {
  /// The metrics of classification on a set of examples; empty where the objective does not classify.
  public func classify(_ examples: Goal.Examples, batchSize: Int = 256) -> ClassificationMetrics {
    evaluateAndClassify(examples, batchSize: batchSize).1
  }

  /// Loss and accuracy, and the metrics of classification, in one pass over the examples.
  package func evaluateAndClassify(
    _ examples: Goal.Examples, batchSize: Int = 256
  ) -> (Metrics, ClassificationMetrics) {
    var classification = ClassificationMetrics()
    let metrics = evaluate(examples, batchSize: batchSize) { evaluation in
      if let logits = evaluation.logits { classification.add(logits.value, labels: evaluation.labels) }
    }
    return (metrics, classification)
  }
}
