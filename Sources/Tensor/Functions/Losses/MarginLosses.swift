/// x where t is 1, max(0, margin − x) where t is −1.
public func hingeEmbeddingLoss<S>(
  _ x: Variable<S>, targets: Variable<S>, margin: Double = 1, reduction: LossReduction = .mean
) -> Variable<S> {
  checkShapes(x, targets)
  let (isPositive, isNegative) = (targets.indicator { $0 == 1 }, targets.indicator { $0 == -1 })
  return reduction.of(isPositive * x + isNegative * relu(margin - x))
}

/// max(0, 1 − t x), with targets −1 and 1.
public func hingeLoss<S>(_ x: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean) -> Variable<S> {
  checkShapes(x, targets)
  return reduction.of(relu(1 - targets * x))
}

/// ln(1 + e^(−t x)), with targets −1 and 1.
public func softMarginLoss<S>(_ x: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean) -> Variable<S> {
  checkShapes(x, targets)
  return reduction.of(softplus(-(targets * x)))
}

/// For each row of scores, Σ over wrong classes of max(0, margin − x_label + x)ᵖ, divided by the number of classes.
///
/// `weights` holds one number a class, for that of the label. PyTorch's `multi_margin_loss`; p is 1 or 2.
public func multiMarginLoss<S>(
  _ scores: Variable<S>, labels: [Int], power: Int = 1, margin: Double = 1, weights: [Double]? = nil,
  reduction: LossReduction = .mean
) -> Variable<S> {
  require(power == 1 || power == 2, "a multi-margin loss has power 1 or 2, not \(power)")
  let classes = scores.shape.columns
  require(labels.count == scores.shape.rows, "\(labels.count) labels for scores of shape \(scores.shape)")
  let isLabel = scores.tape.constant(
    Tensor(scores.shape, (0..<scores.shape.count).map { $0 % classes == labels[$0 / classes] ? S(1) : 0 }))
  let chosen = (scores * isLabel).sum(keeping: -1)
  var terms = relu(margin - chosen + scores) * (1 - isLabel)
  if power == 2 { terms = square(terms) }
  if let weights {
    terms = terms * scores.tape.constant(Tensor([labels.count, 1], labels.map { S(weights[$0]) }))
  }
  return reduction.of(terms.sum(axis: -1) / Double(classes))
}

/// For each row, the mean over classes of the binary cross-entropy of logits against targets 0 and 1.
public func multilabelSoftMarginLoss<S>(
  _ logits: Variable<S>, targets: Variable<S>, reduction: LossReduction = .mean
) -> Variable<S> {
  reduction.of(binaryCrossEntropy(logits, targets: targets, reduction: .none).mean(axis: -1))
}

/// For each row, Σ over its labels j and other classes i of max(0, 1 − (x_j − x_i)), divided by the number of classes.
///
/// `labels` holds, row by row, as many numbers as there are classes: labels up to the first below 0.
public func multilabelMarginLoss<S>(
  _ scores: Variable<S>, labels: [Int], reduction: LossReduction = .mean
) -> Variable<S> {
  let (rows, classes) = (scores.shape.rows, scores.shape.columns)
  require(labels.count == rows * classes, "\(labels.count) labels for scores of shape \(scores.shape)")
  let chosen = (0..<rows).map { row in
    Set(labels[row * classes..<(row + 1) * classes].prefix { $0 >= 0 })
  }
  // One for each pair of a label (second axis) and another class (third axis).
  let pairs = (0..<rows).flatMap { row in
    (0..<classes).flatMap { label in
      (0..<classes).map { other -> S in chosen[row].contains(label) && !chosen[row].contains(other) ? 1 : 0 }
    }
  }
  let matrix = scores.reshaped(to: rows, classes)
  let (down, across) = (matrix.reshaped(to: rows, classes, 1), matrix.reshaped(to: rows, 1, classes))
  let terms = relu(1 - (down - across)) * scores.tape.constant(Tensor([rows, classes, classes], pairs))
  return reduction.of(terms.reshaped(to: rows, classes * classes).sum(axis: -1) / Double(classes))
}

/// 1 − cos(x, y) where t is 1, max(0, cos(x, y) − margin) where t is −1, for rows x and y.
///
/// 1e-12 is added to the squared norms, as in PyTorch.
public func cosineEmbeddingLoss<S>(
  _ x: Variable<S>, _ y: Variable<S>, targets: Variable<S>, margin: Double = 0, reduction: LossReduction = .mean
) -> Variable<S> {
  let squares = (square(x).sum(axis: -1) + 1e-12) * (square(y).sum(axis: -1) + 1e-12)
  let cosine = (x * y).sum(axis: -1) / sqrt(squares)
  let (isAlike, isOther) = (targets.indicator { $0 == 1 }, targets.indicator { $0 == -1 })
  return reduction.of(isAlike * (1 - cosine) + isOther * relu(cosine - margin))
}

/// 1 − cos(x, t) along the last axis.
public func cosineDistance<S>(
  _ x: Variable<S>, targets: Variable<S>, epsilon: Double = 0, reduction: LossReduction = .mean
) -> Variable<S> {
  reduction.of(1 - cosineSimilarity(x, targets, axis: -1, epsilon: epsilon))
}

/// max(0, −t (x − y) + margin), where t = 1 says that x should be ranked higher, and −1 that y should.
public func marginRankingLoss<S>(
  _ x: Variable<S>, _ y: Variable<S>, targets: Variable<S>, margin: Double = 0, reduction: LossReduction = .mean
) -> Variable<S> {
  reduction.of(relu(margin - targets * (x - y)))
}

/// max(0, d(anchor, positive) − d(anchor, negative) + margin), with distances of rows: Euclidean, or with power 1 the sum
/// of magnitudes.
///
/// ε is added to each difference, as in PyTorch. With `swaps`, the negative's distance is the smaller of those from the
/// anchor and from the positive (Balntas et al. 2016, doi:10.5244/C.30.119).
public func tripletMarginLoss<S>(
  _ anchor: Variable<S>, positive: Variable<S>, negative: Variable<S>, margin: Double = 1, power: Int = 2,
  epsilon: Double = 1e-6, swaps: Bool = false, reduction: LossReduction = .mean
) -> Variable<S> {
  require(power == 1 || power == 2, "a triplet loss has power 1 or 2, not \(power)")
  func distance(_ x: Variable<S>, _ y: Variable<S>) -> Variable<S> {
    let difference = x - y + epsilon
    return power == 1 ? abs(difference).sum(axis: -1) : sqrt(square(difference).sum(axis: -1))
  }
  var other = distance(anchor, negative)
  if swaps { other = minimum(other, distance(positive, negative)) }
  return reduction.of(relu(distance(anchor, positive) - other + margin))
}
