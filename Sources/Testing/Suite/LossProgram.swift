/// Losses, each with options other than the defaults, of inputs [3, 4] and targets or second inputs of the same shape.
enum LossProgram: String, CaseIterable, DifferentiableFunction {
  case smoothL1, logCosh, crossEntropyWeighted, crossEntropyIgnoring, crossEntropyProbabilities, likelihood
  case binaryWeighted, binaryProbabilities, focal, divergence, hingeEmbedding, hinge, softMargin, multiMargin
  case multiMarginSquared, multilabelSoftMargin, multilabelMargin, cosineEmbedding, cosineDistance, ranking, triplet
  case tripletSwapped, poisson, poissonFull, gaussian, temporalClassification

  func callAsFunction<S: Scalar>(_ x: [Variable<S>]) -> Variable<S> {
    let (x, t) = (x[0], x[1])
    let signs = x.tape.constant(Tensor(x.shape, (0..<x.shape.count).map { $0 % 3 == 0 ? S(-1) : 1 }))
    let rowSigns = x.tape.constant(Tensor([3], [1, -1, 1].map { S($0) }))
    let weights = [0.5, 1, 1.5, 2]
    switch self {
    case .smoothL1: return smoothL1Loss(x, targets: t, beta: 0.5, reduction: .none)
    case .logCosh: return GlissadeTensor.logCosh(x, targets: t, reduction: .sum)
    case .crossEntropyWeighted:
      return crossEntropy(x, labels: [2, 0, 3], weights: weights, smoothing: 0.25, reduction: .mean)
    case .crossEntropyIgnoring: return crossEntropy(x, labels: [2, -1, 3], ignoring: -1, reduction: .none)
    case .crossEntropyProbabilities:
      return crossEntropy(x, probabilities: t, weights: weights, smoothing: 0.25, reduction: .sum)
    case .likelihood: return negativeLogLikelihood(x, labels: [1, 3, 0], weights: weights, reduction: .mean)
    case .binaryWeighted:
      return binaryCrossEntropy(
        x, targets: 0.25 * t, weight: x.tape.constant(2), positiveWeight: x.tape.constant(3), reduction: .mean)
    case .binaryProbabilities:
      return binaryCrossEntropy(probabilities: sigmoid(x), targets: 0.25 * t, reduction: .none)
    case .focal: return sigmoidFocalLoss(x, targets: 0.25 * t, alpha: 0.25, reduction: .none)
    case .divergence: return klDivergence(x, targets: t, logarithmicTargets: true, reduction: .sum)
    case .hingeEmbedding: return hingeEmbeddingLoss(x, targets: signs, margin: 1, reduction: .none)
    case .hinge: return hingeLoss(x, targets: signs, reduction: .none)
    case .softMargin: return softMarginLoss(x, targets: signs, reduction: .none)
    case .multiMargin: return multiMarginLoss(x, labels: [1, 3, 0], margin: 0.78125, reduction: .none)
    case .multiMarginSquared:
      return multiMarginLoss(x, labels: [1, 3, 0], power: 2, margin: 0.78125, weights: weights, reduction: .sum)
    case .multilabelSoftMargin: return multilabelSoftMarginLoss(x, targets: 0.25 * t, reduction: .none)
    case .multilabelMargin:
      return multilabelMarginLoss(0.75 * x, labels: [1, 2, -1, 0, 3, -1, 0, 0, 0, 1, -1, 0], reduction: .none)
    case .cosineEmbedding: return cosineEmbeddingLoss(x, t, targets: rowSigns, margin: -0.99, reduction: .none)
    case .cosineDistance: return GlissadeTensor.cosineDistance(x, targets: t, reduction: .none)
    case .ranking: return marginRankingLoss(x, t, targets: signs, margin: 4, reduction: .none)
    case .triplet: return tripletMarginLoss(x, positive: t, negative: -t, margin: 9, reduction: .none)
    case .tripletSwapped:
      return tripletMarginLoss(x, positive: t, negative: 2 * t, margin: 9, power: 1, swaps: true, reduction: .none)
    case .poisson: return poissonNegativeLogLikelihood(x, targets: t, reduction: .sum)
    case .poissonFull:
      return poissonNegativeLogLikelihood(t, targets: t, logarithmicInput: false, full: true, reduction: .none)
    case .gaussian: return gaussianNegativeLogLikelihood(x, targets: x * t, variance: t, full: true, reduction: .none)
    case .temporalClassification:
      let steps = logSoftmax(stack([x, t, x - t, x + t]))
      return ctcLoss(steps, targets: [[1], [2, 2], [3, 1]], lengths: [3, 4, 4], reduction: .mean)
    }
  }
}
