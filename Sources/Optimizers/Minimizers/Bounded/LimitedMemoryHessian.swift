/// The Hessian that belongs to the pairs of a limited memory, as products with vectors.
///
/// B = θ I + Σ bᵢ bᵢᵀ − aᵢ aᵢᵀ with θ = y·y/y·s of the newest pair, bᵢ = yᵢ/√(yᵢ·sᵢ) and aᵢ = Bᵢ sᵢ/√(sᵢ·Bᵢ sᵢ), Bᵢ being the sum before
/// i. Nocedal and Wright 2006, procedure 7.6. m² vector operations to make, 4m for a product.
struct LimitedMemoryHessian<Wide: Scalar> where Wide.Accumulator == Wide {
  private let scale: Wide
  private var updates: [(added: Tensor<Wide>, removed: Tensor<Wide>)] = []

  init(_ memory: LimitedMemory<Wide>) {
    scale = memory.scale.map { 1 / $0 } ?? 1
    for pair in memory.pairs {
      let image = product(with: pair.step)
      updates.append(
        (
          added: pair.gradientChange.scaled(by: pair.reciprocal.squareRoot()),
          removed: image.scaled(by: 1 / pair.step.dot(image).squareRoot())
        ))
    }
  }

  /// B v
  func product(with vector: Tensor<Wide>) -> Tensor<Wide> {
    var result = vector.scaled(by: scale)
    for (added, removed) in updates {
      result.combine(added.dot(vector), added)
      result.combine(-removed.dot(vector), removed)
    }
    return result
  }
}
