/// The loss of connectionist temporal classification: −ln of the probability of each labelling, over all alignments.
///
/// `logProbabilities` is [time, batch, classes]. The mean divides each sequence's loss by the number of its labels first, as
/// in PyTorch's `ctc_loss`.
public func ctcLoss<S>(
  _ logProbabilities: Variable<S>, targets: [[Int]], lengths: [Int], blank: Int = 0, reduction: LossReduction = .mean
) -> Variable<S> {
  let losses = logProbabilities.applying(
    ConnectionistTemporalClassification(targets: targets, lengths: lengths, blank: blank))
  guard reduction == .mean else { return reduction.of(losses) }
  let shares = targets.map { S(1 / Double(max(1, $0.count))) }
  return (losses * losses.tape.constant(Tensor([targets.count], shares))).mean()
}
