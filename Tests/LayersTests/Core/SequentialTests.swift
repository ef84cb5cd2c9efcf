import GlissadeLayers
import Testing

/// A layer and the rectified linear unit behind it are one operation, with the bits of two.
@Suite struct SequentialTests {
  /// The value, the gradients and the number of operations of a program with at most one layer that has parameters.
  private func results(
    _ layer: some Layer, at shape: Shape, _ apply: (Variable<Float>) -> Variable<Float>
  ) -> (values: [Tensor<Float>], operations: Int) {
    let tape = Tape<Float>()
    let layout = ParameterLayout(of: layer)
    tape.bind(ParameterVector(initializing: layout, seed: 3))
    let x = tape.variable(Tensor<Double>.normal(shape, seed: 4).converted())
    let y = apply(x)
    let operations = tape.operationCount
    return ([y.value] + tape.gradient(of: (y * y).sum(), by: [x] + layout.slots.map { tape[$0] }), operations)
  }

  @Test func denseAndReLU() {
    let dense = Dense(7, 9)
    let one = results(dense, at: [5, 7]) {
      Sequential {
        dense
        ReLU()
      }($0)
    }
    let two = results(dense, at: [5, 7]) { relu(dense($0)) }
    #expect(one.values == two.values && one.operations == 1 && two.operations == 2)
  }

  @Test func convolutionAndReLU() {
    for layer in [Conv2d(2, 3, kernel: 3, padding: 1), Conv2d(2, 3, kernel: 2, stride: 2)] {
      let one = results(layer, at: [4, 2, 8, 6]) {
        Sequential {
          layer
          ReLU()
        }($0)
      }
      let two = results(layer, at: [4, 2, 8, 6]) { relu(layer($0)) }
      #expect(one.values == two.values && one.operations == 1 && two.operations == 2)
    }
  }

  /// Units that follow one another, or nothing, are layers like others.
  @Test func unitsAlone() {
    let result = results(ReLU(), at: [3, 4]) {
      Sequential {
        ReLU()
        ReLU()
        Tanh()
        ReLU()
      }($0)
    }
    let expected = results(ReLU(), at: [3, 4]) { relu(tanh(relu(relu($0)))) }
    #expect(result.values == expected.values)
  }
}
