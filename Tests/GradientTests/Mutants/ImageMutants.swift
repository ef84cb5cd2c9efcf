import GlissadeTesting

// Convolution and pooling with one mistake each.

/// A convolution of sequences with padding 1, whose pullback may make a mistake.
struct WrongConvolution: Differentiable {
  enum Mistake: Sendable {
    /// The input's cotangent is correlated with the kernel as it is.
    case kernelNotFlipped
    /// The weight's cotangent takes inputs from one place further on.
    case padding
  }

  let mistake: Mistake?

  init(_ mistake: Mistake?) { self.mistake = mistake }

  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> { Self.convolve(x[0], x[1]) }

  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (x, w, g) = (step[0], step[1], step.cotangent)
    var (dx, dw) = (Tensor<S>.zeros(x.shape), Tensor<S>.zeros(w.shape))
    Self.forEachTerm(x, w) { n, o, i, place, k in
      let back = mistake == .kernelNotFlipped ? 2 - k : k
      dx[n, i, place + k - 1] += g[n, o, place] * w[o, i, back]
      let source = place + k - (mistake == .padding ? 0 : 1)
      if source < x.shape[2] { dw[o, i, k] += g[n, o, place] * x[n, i, source] }
    }
    step.add(dx, to: 0)
    step.add(dw, to: 1)
  }

  private static func convolve<S: Scalar>(_ x: Tensor<S>, _ w: Tensor<S>) -> Tensor<S> {
    var y = Tensor<S>.zeros([x.shape[0], w.shape[0], x.shape[2]])
    forEachTerm(x, w) { n, o, i, place, k in y[n, o, place] += w[o, i, k] * x[n, i, place + k - 1] }
    return y
  }

  private static func forEachTerm<S>(
    _ x: Tensor<S>, _ w: Tensor<S>, _ body: (Int, Int, Int, Int, Int) -> Void
  ) {
    for n in 0..<x.shape[0] {
      for o in 0..<w.shape[0] {
        for i in 0..<w.shape[1] {
          for place in 0..<x.shape[2] {
            for k in 0..<3 where (0..<x.shape[2]).contains(place + k - 1) { body(n, o, i, place, k) }
          }
        }
      }
    }
  }
}

/// The maxima of pairs, whose pullback may give the cotangent to both.
struct WrongPool: Differentiable {
  let takesAll: Bool

  func value<S: Scalar>(_ x: Arguments<S>) -> Tensor<S> {
    let x = x[0].elements
    return Tensor([1, 1, x.count / 2], stride(from: 0, to: x.count, by: 2).map { max(x[$0], x[$0 + 1]) })
  }

  func pullback<S: Scalar>(_ step: Pullback<S>) {
    let (x, y, g) = (step[0].elements, step.output.elements, step.cotangent.elements)
    step.add(Tensor(step[0].shape, x.indices.map { takesAll || x[$0] == y[$0 / 2] ? g[$0 / 2] : 0 }), to: 0)
  }
}
