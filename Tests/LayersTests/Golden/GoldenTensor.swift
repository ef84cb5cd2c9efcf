import Foundation
import GlissadeLayers
import Testing

/// A tensor as the golden files write it.
struct GoldenTensor: Decodable, Sendable {
  let shape: [Int]
  let data: [Double]

  var tensor: Tensor<Double> { Tensor(Shape(shape), data) }
}

/// The cases of an embedded file.
func goldenCases<Case: Decodable>(_ text: String, as type: Case.Type = Case.self) -> Case {
  do {
    return try JSONDecoder().decode(Case.self, from: Data(text.utf8))
  } catch {
    fatalError("the golden text does not decode: \(error)")
  }
}

/// The first element with |x − y| > atol + rtol |y|, in words; nil where shapes and all elements agree.
func disagreement(_ computed: Tensor<Double>, _ expected: GoldenTensor, rtol: Double, atol: Double) -> String? {
  if computed.shape != Shape(expected.shape) { return "shape \(computed.shape), expected \(expected.shape)" }
  for (index, (x, y)) in zip(computed.elements, expected.data).enumerated() where x != y {
    let agrees = (x - y).magnitude <= atol + rtol * y.magnitude
    if !agrees { return "element \(index) is \(x), expected \(y)" }
  }
  return nil
}
