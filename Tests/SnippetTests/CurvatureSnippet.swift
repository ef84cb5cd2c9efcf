import Glissade
import GlissadeTesting
import Testing

// 6. Curvature: the same model, evaluated on dual numbers, gives exact Hessian-vector products.

@Suite struct CurvatureSnippet {
  @Test func hessianVectorProduct() throws {
    let digits = try Digits.load()
    let model = Sequential {
      Dense(64, 4)
      Tanh()
      Dense(4, 10)
    }
    let few = try digits.training.selecting(Array(0..<16))
    let objective = Classifier(model).on(few)
    let layout = objective.base.layout
    let θ = ParameterVector<Double>(initializing: layout, seed: 1)
    let v = ParameterVector<Double>(initializing: layout, seed: 2)

    let Hv = objective.hessianVectorProduct(at: θ, along: v)

    // The same by a difference of gradients.
    var ahead = θ
    ahead.add(1e-6, v)
    var difference = objective.gradient(at: ahead)
    difference.add(-1, objective.gradient(at: θ))
    difference.scale(by: 1e6)
    difference.add(-1, Hv)
    #expect(Hv.norm > 1e-2)
    #expect(difference.norm < 1e-4 * Hv.norm)
  }
}
