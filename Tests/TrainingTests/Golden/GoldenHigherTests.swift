import Foundation
import GlissadeTraining
import Testing

/// Gradients and Hessian-vector products of perceptrons by PyTorch.
struct GoldenHigher: Decodable {
  struct Case: Decodable, CustomTestStringConvertible {
    let name: String
    let activation: String
    let layers: [Int]
    let x: [Double]
    let y: [Double]
    let isClassification: Bool
    let params: [Double]
    let vectors: [[Double]]
    let products: [[Double]]
    let loss: Double
    let gradient: [Double]
    let rtol: Double
    let atol: Double

    var testDescription: String { name }
  }

  let cases: [Case]

  static let shared: GoldenHigher = {
    do {
      return try JSONDecoder().decode(GoldenHigher.self, from: Data(goldenHigherText.utf8))
    } catch { fatalError("the golden Hessians cannot be decoded: \(error)") }
  }()
}

@Suite struct GoldenHigherTests {
  @Test(arguments: GoldenHigher.shared.cases)
  func productsAreThoseOfPyTorch(_ item: GoldenHigher.Case) {
    let model = Sequential {
      Dense(item.layers[0], item.layers[1])
      Activation(name: item.activation)
      Dense(item.layers[1], item.layers[2])
    }
    check(item, model)
  }

  @Test func fixtureIsComplete() {
    #expect(GoldenHigher.shared.cases.count == 4)
    #expect(GoldenHigher.shared.cases.allSatisfy { !$0.vectors.isEmpty && $0.vectors.count == $0.products.count })
  }

  private func check(_ item: GoldenHigher.Case, _ model: some Layer) {
    let features = Tensor([item.x.count / item.layers[0], item.layers[0]], item.x)
    let outputs = item.layers[2]
    let examples =
      item.isClassification
      ? ExactExamples(features: features, labels: item.y.map { Int($0) })
      : ExactExamples(features: features, targets: Tensor([item.y.count / outputs, outputs], item.y))
    // Half the squared error, summed over outputs, is this multiple of the mean squared error.
    let objective = ExactObjective(model, scale: Double(outputs) / 2).on(examples)
    let layout = objective.base.layout
    func vector(_ numbers: [Double]) -> ParameterVector<Double> {
      ParameterVector(Tensor([layout.count], numbers), layout: layout)
    }
    let point = vector(item.params)
    let (value, gradient) = objective.valueAndGradient(at: point)
    #expect(firstDifference([value], [item.loss], rtol: item.rtol, atol: item.atol) == nil)
    #expect(firstDifference(gradient.values.elements, item.gradient, rtol: item.rtol, atol: item.atol) == nil)
    for (direction, expected) in zip(item.vectors, item.products) {
      let product = objective.hessianVectorProduct(at: point, along: vector(direction))
      let difference = firstDifference(product.values.elements, expected, rtol: item.rtol, atol: item.atol)
      #expect(difference == nil)
    }
  }
}
