/// Divides 0..<count at random into a part to train on and the rest.
///
/// The training part has `trainingShare` of all, rounded to the nearest count; which ones, and in what order, the stream
/// decides.
public func randomSplit(
  count: Int, trainingShare: Double, stream: RandomStream
) -> (training: [Int], test: [Int]) {
  require(count >= 0, "\(count) examples cannot be divided")
  require((0...1).contains(trainingShare), "a share to train on lies between 0 and 1, not at \(trainingShare)")
  let order = stream.shuffled(count: count)
  let trainingCount = Int((Double(count) * trainingShare).rounded())
  return (Array(order[..<trainingCount]), Array(order[trainingCount...]))
}
