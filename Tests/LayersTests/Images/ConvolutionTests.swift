import GlissadeLayers
import Testing

/// The thread count is the process's, so the tests that change it run one after the other.
@Suite(.serialized) struct ConvolutionTests {
  /// A layer's value and gradients, its parameters drawn from a seed.
  private func results(_ layer: some Layer, _ shape: Shape) -> [Tensor<Float>] {
    let tape = Tape<Float>()
    let layout = ParameterLayout(of: layer)
    tape.bind(ParameterVector(initializing: layout, seed: 3))
    let x = tape.variable(Tensor<Double>.normal(shape, seed: 4).converted())
    let y = layer(x)
    return [y.value] + tape.gradient(of: (y * y).sum(), by: [x] + layout.slots.map { tape[$0] })
  }

  @Test func bitsDoNotDependOnTheNumberOfThreads() {
    let before = ThreadPool.threadCount
    defer { ThreadPool.threadCount = before }
    let layer = Conv2d(3, 8, kernel: 3, padding: .same)
    ThreadPool.threadCount = 1
    let expected = results(layer, [13, 3, 12, 10])
    for count in [2, 3, 7] {
      ThreadPool.threadCount = count
      #expect(results(layer, [13, 3, 12, 10]) == expected)
    }
  }

  /// An image whose patches are formed in several blocks has the values of its parts.
  @Test func blocksOfRowsMakeTheWhole() {
    let tape = Tape<Double>()
    let (height, width) = (24, 96)
    let layer = Conv2d(128, 1, kernel: 3, bias: false)
    tape.bind(ParameterVector(initializing: ParameterLayout(of: layer), seed: 3))
    let image = tape.constant(Tensor<Double>.normal([1, 128, height, width], seed: 5))
    let whole = layer(image).value
    for row in stride(from: 0, to: height - 2, by: 7) {
      let part = layer(image.slice(row..<row + 3, axis: 2)).value
      #expect((whole.slice(row..<row + 1, axis: 2) - part).largestMagnitude < 1e-12)
    }
  }

  @Test func nothingIsAllocatedInSteadyState() {
    let model = Sequential {
      Conv2d(2, 4, kernel: 3, padding: .same)
      ReLU()
      MaxPool2d(2)
      Conv2d(4, 4, kernel: 3, stride: 2, padding: 1, groups: 2)
      Upsample(by: 2, .linear)
      AvgPool2d(2)
      ConvTranspose2d(4, 2, kernel: 2, stride: 2)
      Flatten()
    }
    let layout = ParameterLayout(of: model)
    let parameters = ParameterVector<Float>(initializing: layout, seed: 1)
    var gradient = ParameterVector<Float>.zeros(layout)
    let tape = Tape<Float>()
    let input = Tensor<Float>([6, 2, 8, 8], repeating: 0.5)
    func step() {
      tape.reset()
      tape.bind(parameters)
      tape.gradient(of: model(tape.constant(input)).sum(), into: &gradient)
    }
    for _ in 0..<3 { step() }
    let before = tape.pool.statistics.allocations
    for _ in 0..<5 { step() }
    #expect(tape.pool.statistics.allocations == before)
  }

  @Test func namesAreThoseOfPyTorch() {
    let layout = ParameterLayout(of: Conv2d(1, 2, kernel: [5, 3]))
    #expect(layout.segments.map(\.name) == ["weight", "bias"])
    #expect(layout.segments.map(\.shape) == [[2, 1, 5, 3], [2]])
    #expect(ParameterLayout(of: MaxPool2d(2)).count == 0)
  }

  /// NaN is not lost among numbers, wherever it stands.
  @Test(arguments: 0..<4) func maximaOfNaNAreNaN(_ place: Int) {
    let tape = Tape<Float>()
    var numbers: [Float] = [1, -2, 3, 0]
    numbers[place] = .nan
    let y = MaxPool2d(2)(tape.constant(Tensor<Float>([1, 1, 2, 2], numbers)))
    #expect(y.value.item.isNaN)
  }
}
