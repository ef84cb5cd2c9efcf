/// The order in which TensorFlow 1 shuffles `count` elements: for problems that are defined by it, not for new work.
///
/// That of `tf.data.Dataset.shuffle` with room for all elements, at the first pass after the iterator's initialization. The
/// pair of seeds is that of `get_seed`: the graph's, and the number of the last operation before. Both key a Philox whose
/// first two words key another one, and Fisher–Yates takes the rest of each of its words by the number of elements left.
public func tensorFlowShuffled(count: Int, seed: UInt64, operationSeed: UInt64) -> [Int] {
  let parent = RandomStream(key: RandomKey(key: seed, stream: operationSeed)).bits(at: 0)
  let stream = RandomStream(key: RandomKey(key: parent & 0xffff_ffff, stream: parent >> 32))
  var order = Array(0..<count)
  for position in 0..<count {
    let pair = stream.bits(at: position >> 1)
    let word = position & 1 == 0 ? pair & 0xffff_ffff : pair >> 32
    order.swapAt(position, position + Int(word % UInt64(count - position)))
  }
  return order
}
