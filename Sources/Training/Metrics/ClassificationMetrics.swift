/// How a classifier does on a set of examples: the confusion matrix and what follows from it, top-k accuracy, perplexity.
public struct ClassificationMetrics: Sendable, Equatable {
  /// How often an example of the class of the row was taken for one of the class of the column.
  public private(set) var confusion: [[Int]] = []
  /// For each k from 1 to `largestRank`, how often the class was among the k with the largest logits.
  public private(set) var topCounts: [Int]
  /// The sum of the cross-entropies.
  private var crossEntropy = 0.0

  /// Nothing counted yet, up to the given k for top-k accuracy.
  public init(largestRank: Int = 5) {
    require(largestRank > 0, "a rank is one or more, not \(largestRank)")
    topCounts = Array(repeating: 0, count: largestRank)
  }

  /// Adds predictions: logits of shape [..., classes], and the class of each row.
  ///
  /// The rank of a class is one more than the number of larger logits; of equal logits the class's own comes first.
  public mutating func add<S: Scalar>(_ logits: Tensor<S>, labels: [Int]) {
    let classes = logits.shape.columns
    require(labels.count == logits.shape.rows, "\(labels.count) labels for logits of shape \(logits.shape)")
    if confusion.isEmpty { confusion = Array(repeating: Array(repeating: 0, count: classes), count: classes) }
    require(confusion.count == classes, "logits of \(classes) classes after those of \(confusion.count)")
    let logProbabilities = logits.softmax(logarithm: true).doubles
    let predictions = logits.argmaxRows()
    for (row, label) in labels.enumerated() {
      require((0..<classes).contains(label), "label \(label) lies outside the \(classes) classes")
      let scores = logProbabilities[row * classes..<(row + 1) * classes]
      let own = scores[scores.startIndex + label]
      confusion[label][predictions[row]] += 1
      crossEntropy -= own
      let rank = scores.count { $0 > own }
      for k in topCounts.indices where rank <= k { topCounts[k] += 1 }
    }
  }

  /// The number of classes; 0 before anything is counted.
  public var classCount: Int { confusion.count }

  /// The number of examples.
  public var count: Int { confusion.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The share of examples whose class has one of the k largest logits; NaN of none.
  public func topAccuracy(_ k: Int) -> Double { Double(topCounts[k - 1]) / Double(count) }

  /// e to the mean cross-entropy: as if the model chose among so many classes, all alike.
  public var perplexity: Double { Double.exp(crossEntropy / Double(count)) }

  /// Of what was taken for a class, the share that is of it: TP/(TP + FP); NaN where nothing was.
  public func precision(_ label: Int) -> Double {
    Double(confusion[label][label]) / Double(confusion.reduce(0) { $0 + $1[label] })
  }

  /// Of what is of a class, the share that was taken for it: TP/(TP + FN); NaN where nothing is.
  public func recall(_ label: Int) -> Double {
    Double(confusion[label][label]) / Double(confusion[label].reduce(0, +))
  }

  /// The harmonic mean of precision and recall, 2 TP/(2 TP + FP + FN); NaN where nothing is of the class nor taken for it.
  public func f1(_ label: Int) -> Double {
    let predicted = confusion.reduce(0) { $0 + $1[label] }
    return Double(2 * confusion[label][label]) / Double(predicted + confusion[label].reduce(0, +))
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
  func evaluateAndClassify(
    _ examples: Goal.Examples, batchSize: Int = 256
  ) -> (Metrics, ClassificationMetrics) {
    var classification = ClassificationMetrics()
    let metrics = evaluate(examples, batchSize: batchSize) { _, evaluation in
      if let logits = evaluation.logits { classification.add(logits.value, labels: evaluation.labels) }
    }
    return (metrics, classification)
  }
}
