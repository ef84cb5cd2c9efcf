import GlissadeNumerics

extension Ledger {
  /// Steps of Adam, from one element to more than a thread's share.
  mutating func addUpdates<S: Scalar>(_ pool: NoisePool<S>) {
    let step = AdamStep(
      scale: 0.3, addedWeight: 0.01, keptWeight: 0.99, beta1: 0.9, beta2: 0.99, meanSize: 0.02, epsilon: 1e-6)
    for count in [1, 15, 16, 17, 1_000, 16_385, 40_003] {
      var w = Array(pool.even[3..<3 + count])
      var mean = pool.even[50_000..<50_000 + count].map(\.accumulator)
      var meanSquare = pool.even[100_000..<100_000 + count].map { ($0 * $0).accumulator }
      let g = Array(pool.even[150_001..<150_001 + count])
      S.update(step, &w, g, &mean, &meanSquare, count: count)
      add(w, "weights of \(count) \(S.name) after Adam")
      add(mean + meanSquare, "state of \(count) \(S.name) after Adam")
    }
  }
}
