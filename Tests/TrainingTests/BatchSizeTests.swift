import GlissadeTraining
import Testing

@Suite struct BatchSizeTests {
  private func makeTrainer(seed: UInt64 = 3) -> Trainer<Classifier<some Layer>, SGD, Double> {
    Trainer(
      Classifier(makeDigitsModel(hidden: 6)), optimizer: SGD(learningRate: 0.1, momentum: 0.5), scalar: Double.self,
      seed: seed)
  }

  /// `fit` is a loop of `step` over slices of a shuffled order; the batch size is all that distinguishes full-batch,
  /// mini-batch and stochastic training.
  @Test(arguments: [nil, 1, 4, 5, 7, 20, 21, 1000])
  func fitIsALoopOfSteps(_ batchSize: Int?) throws {
    let examples = try SmallDigits.load(20)
    var fitted = makeTrainer()
    try fitted.fit(examples, epochs: 2, batchSize: batchSize)

    var stepped = makeTrainer()
    let size = min(batchSize ?? 20, 20)
    for epoch in 0..<2 {
      let order = RandomStream(seed: 3, purpose: .shuffling, index: epoch).shuffled(count: 20)
      #expect(order.sorted() == Array(0..<20))
      for lower in stride(from: 0, to: 20, by: size) {
        try stepped.step(on: Batch(examples, indices: order[lower..<min(lower + size, 20)]))
      }
    }
    #expect(fitted.parameters.bitHash == stepped.parameters.bitHash)
    #expect(fitted.step == 2 * ((20 + size - 1) / size))
    #expect(fitted.step == stepped.step)
  }

  @Test func withoutABatchSizeAllExamplesAreOneBatch() throws {
    let examples = try SmallDigits.load(20)
    var (none, all, more, fewer) = (makeTrainer(), makeTrainer(), makeTrainer(), makeTrainer())
    try none.fit(examples, epochs: 2)
    try all.fit(examples, epochs: 2, batchSize: 20)
    try more.fit(examples, epochs: 2, batchSize: 21)
    try fewer.fit(examples, epochs: 2, batchSize: 19)
    #expect(none.parameters.bitHash == all.parameters.bitHash)
    #expect(none.parameters.bitHash == more.parameters.bitHash)
    #expect(none.parameters.bitHash != fewer.parameters.bitHash)
  }

  /// Without the last, smaller batch an epoch is shorter, and what is left out is what comes last in the order.
  @Test(arguments: [.shuffledEachEpoch, .shuffledOnce, .fixed(Array((0..<20).reversed()))] as [ExampleOrder])
  func ordersAndTheLastBatch(_ order: ExampleOrder) throws {
    let examples = try SmallDigits.load(20)
    var fitted = makeTrainer()
    let history = try fitted.fit(examples, epochs: 3, batchSize: 6, order: order, dropsLast: true)

    var stepped = makeTrainer()
    for epoch in 0..<3 {
      let indices =
        switch order {
        case .shuffledEachEpoch: RandomStream(seed: 3, purpose: .shuffling, index: epoch).shuffled(count: 20)
        case .shuffledOnce: RandomStream(seed: 3, purpose: .shuffling, index: 0).shuffled(count: 20)
        case .fixed(let indices): indices
        }
      for lower in [0, 6, 12] { try stepped.step(on: Batch(examples, indices: indices[lower..<lower + 6])) }
    }
    #expect(fitted.parameters.bitHash == stepped.parameters.bitHash)
    #expect(history.map(\.step) == [3, 6, 9])
    var kept = makeTrainer()
    try kept.fit(examples, epochs: 3, batchSize: 6, order: order)
    #expect(kept.step == 12)
  }

  /// A fixed order may leave examples out, or take some twice.
  @Test func aFixedOrderOfSomeExamples() throws {
    let examples = try SmallDigits.load(20)
    var (fitted, stepped) = (makeTrainer(), makeTrainer())
    try fitted.fit(examples, epochs: 1, batchSize: 2, order: .fixed([7, 3, 7]))
    try stepped.step(on: Batch(examples, indices: [7, 3]))
    try stepped.step(on: Batch(examples, indices: [7]))
    #expect(fitted.parameters.bitHash == stepped.parameters.bitHash)
  }

  /// Where the batch size divides the number of examples there is no last batch to drop.
  @Test func aFullLastBatchIsKept() throws {
    let examples = try SmallDigits.load(20)
    var (dropping, keeping) = (makeTrainer(), makeTrainer())
    try dropping.fit(examples, epochs: 2, batchSize: 5, dropsLast: true)
    try keeping.fit(examples, epochs: 2, batchSize: 5)
    #expect(dropping.parameters.bitHash == keeping.parameters.bitHash)
  }

  /// The gradient of all examples is the mean of the gradients of each.
  @Test func fullGradientIsTheMeanOfSingleOnes() throws {
    let examples = try SmallDigits.load(15)
    let classifier = Classifier(makeDigitsModel(hidden: 6))
    let point = ParameterVector<Double>(initializing: classifier.layout, seed: 1)
    var mean = ParameterVector<Double>.zeros(classifier.layout)
    for index in 0..<15 { mean.add(1.0 / 15, classifier.on(examples, indices: [index]).gradient(at: point)) }
    let full = classifier.on(examples).gradient(at: point)
    #expect(full.norm > 0.1)
    #expect(firstDifference(full.values.elements, mean.values.elements, rtol: 1e-12, atol: 1e-14) == nil)
  }

  /// Each call of `fit` goes on where the last one stopped.
  @Test func callsOfFitAddUp() throws {
    let examples = try SmallDigits.load(20)
    var (once, twice) = (makeTrainer(), makeTrainer())
    let history = try once.fit(examples, validation: examples, epochs: 5, batchSize: 6)
    var parts = try twice.fit(examples, validation: examples, epochs: 2, batchSize: 6)
    parts += try twice.fit(examples, validation: examples, epochs: 3, batchSize: 6)
    #expect(once.parameters.bitHash == twice.parameters.bitHash)
    #expect(once.state == twice.state)
    #expect(history.map(\.epoch) == parts.map(\.epoch))
    #expect(history.map(\.step) == parts.map(\.step))
    #expect(history.map(\.training) == parts.map(\.training))
    #expect(history.map(\.validation) == parts.map(\.validation))
  }
}
